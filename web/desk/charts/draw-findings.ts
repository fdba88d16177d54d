import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  Tooltip,
} from 'chart.js'
import { chartOf, fits } from './chart-of.ts'
import { paletteOf } from './palette.ts'
import { readTable } from './read-table.ts'

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip, Legend)

// What fits between the margins of an A4 sheet, in CSS pixels.
const paperWidth = 640

/** Draws every table on the page that says how it wants to be drawn, and again when colours or paper change. */
export function drawFindings(page: Document): void {
  const drawn = [...page.querySelectorAll<HTMLElement>('[data-finding]')].map(drawFinding)
  const redraw = (forPaper: boolean) => {
    for (const draw of drawn) draw?.(forPaper)
  }
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => redraw(false))
  window.addEventListener('beforeprint', () => redraw(true))
  window.addEventListener('afterprint', () => redraw(false))
}

function drawFinding(figure: HTMLElement): ((forPaper: boolean) => void) | undefined {
  const plot = figure.querySelector<HTMLElement>('[data-plot]')
  const table = figure.querySelector<HTMLTableElement>('table[data-shape]')
  const drawing = table ? readTable(table) : undefined
  if (!plot || !drawing) return
  const sentence = figure.querySelector('h3')?.textContent ?? ''
  const canvas = document.createElement('canvas')
  canvas.setAttribute('role', 'img')
  canvas.setAttribute('aria-label', sentence)
  plot.append(canvas)
  plot.hidden = false
  let chart: Chart | undefined
  let width = 0
  const draw = (forPaper: boolean) => {
    width = forPaper ? paperWidth : plot.clientWidth
    chart?.destroy()
    chart = undefined
    canvas.hidden = !fits(drawing, width)
    plot.classList.toggle('too-narrow', canvas.hidden)
    plot.style.height = ''
    if (canvas.hidden) return
    const palette = paletteOf(figure, forPaper)
    const family = getComputedStyle(document.body).fontFamily
    const { config, height } = chartOf(drawing, { width, palette, forPaper, family })
    // Set through the object model, which the content security policy allows; markup styles it does not.
    plot.style.height = `${height}px`
    chart = new Chart(canvas, config)
    if (forPaper) chart.resize(width, height)
  }
  draw(false)
  // The labels are laid out for one width, so a new width means a new drawing.
  new ResizeObserver(() => {
    const now = plot.clientWidth
    if (now > 0 && Math.abs(now - width) > 1 && !matchMedia('print').matches) draw(false)
  }).observe(plot)
  return draw
}
