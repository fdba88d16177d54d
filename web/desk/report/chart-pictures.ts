import { Chart } from 'chart.js'
import { chartOf, fits } from '../charts/chart-of.ts'
import { paletteOf } from '../charts/palette.ts'
import { readTable } from '../charts/read-table.ts'

// As wide as the type area, with dots enough for 300 to the inch.
const width = 600
const dots = 3.2

/** The charts of the page drawn again for paper, by the id of their figure. */
export async function chartPictures(page: Document) {
  const pictures = new Map<string, { png: Uint8Array; width: number; height: number }>()
  for (const figure of page.querySelectorAll<HTMLElement>('figure[data-finding]')) {
    const table = figure.querySelector<HTMLTableElement>('table[data-shape]')
    const drawing = table ? readTable(table) : undefined
    if (!drawing || !fits(drawing, width)) continue
    const family = getComputedStyle(page.body).fontFamily
    const palette = paletteOf(figure, true)
    const { config, height } = chartOf(drawing, { width, palette, forPaper: true, family })
    const png = await draw(page, config, height)
    if (png) pictures.set(figure.id, { png, width, height })
  }
  return pictures
}

async function draw(
  page: Document,
  config: ReturnType<typeof chartOf>['config'],
  height: number,
): Promise<Uint8Array | undefined> {
  const canvas = page.createElement('canvas')
  const options = { ...config.options, devicePixelRatio: dots, responsive: false, animation: false }
  const white = { id: 'white', beforeDraw: fillWhite }
  const plugins = [white, ...(config.plugins ?? [])]
  const chart = new Chart(canvas, { ...config, options, plugins } as typeof config)
  chart.resize(width, height)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  chart.destroy()
  return blob ? new Uint8Array(await blob.arrayBuffer()) : undefined
}

// Paper is white; a picture without a ground is black in some word processors.
function fillWhite({ ctx, width, height }: Chart) {
  ctx.save()
  ctx.fillStyle = '#fff'
  ctx.fillRect(0, 0, width, height)
  ctx.restore()
}
