import type { Chart, Plugin } from 'chart.js'
import type { Palette } from './palette.ts'
import type { Drawing } from './read-table.ts'

interface LabelOptions {
  drawing: Drawing
  /** Names stand above the bars, where there is no room beside them. */
  above: boolean
  palette: Palette
  family: string
  /** For a value on a coloured segment. */
  inks: string[]
}

/** Writes the table's own words on the bars, so that nobody has to hover. */
export function barLabels(options: LabelOptions): Plugin<'bar'> {
  return {
    id: 'bar-labels',
    afterDatasetsDraw(chart) {
      const { ctx } = chart
      ctx.save()
      ctx.textBaseline = 'middle'
      switch (options.drawing.shape) {
        case 'bars':
          beside(chart, options)
          break
        case 'histogram':
          onTop(chart, options)
          break
        case 'scale':
        case 'rows':
          inside(chart, options)
          break
        case 'pairs':
          bothEnds(chart, options)
          break
      }
      ctx.restore()
    },
  }
}

function beside(chart: Chart, { drawing, above, palette, family }: LabelOptions) {
  const { ctx, chartArea } = chart
  const points = drawing.series[0]?.points ?? []
  chart.getDatasetMeta(0).data.forEach((bar, index) => {
    const point = points[index]
    if (!point) return
    ctx.textAlign = 'left'
    const x = point.share === null ? chartArea.left : bar.x
    if (above) {
      ctx.font = `14px ${family}`
      ctx.fillStyle = palette.ink
      const room = chartArea.right - ctx.measureText(point.text).width - 12 - chartArea.left
      ctx.fillText(fitted(ctx, drawing.categories[index] ?? '', room), chartArea.left, bar.y - 20)
      ctx.textAlign = 'right'
      ctx.fillStyle = point.share === null ? palette.soft : palette.ink
      ctx.fillText(point.text, chartArea.right, bar.y - 20)
    } else {
      ctx.font = `${point.share === null ? '' : '600 '}14px ${family}`
      ctx.fillStyle = point.share === null ? palette.soft : palette.ink
      ctx.fillText(point.text, x + 8, bar.y + 1)
    }
  })
}

function onTop(chart: Chart, { drawing, palette, family }: LabelOptions) {
  const { ctx } = chart
  ctx.font = `14px ${family}`
  ctx.textAlign = 'center'
  chart.getDatasetMeta(0).data.forEach((bar, index) => {
    const point = drawing.series[0]?.points[index]
    if (!point || point.share === 0) return
    ctx.fillStyle = point.share === null ? palette.soft : palette.ink
    const words = point.share === null ? '–' : point.text.replace(/（.*/, '')
    ctx.fillText(words, bar.x, Math.min(bar.y, chart.chartArea.bottom) - 10)
  })
}

function inside(chart: Chart, { drawing, above, palette, family, inks }: LabelOptions) {
  const { ctx, chartArea } = chart
  const size = drawing.shape === 'scale' ? 15 : 13
  drawing.series.forEach(({ points }, side) => {
    chart.getDatasetMeta(side).data.forEach((bar, index) => {
      const share = points[index]?.share
      if (!share) return
      const { base, x, y } = bar.getProps(['base', 'x', 'y'], true) as unknown as Segment
      const words = `${Math.round(share * 100)}%`
      ctx.font = `600 ${size}px ${family}`
      const width = ctx.measureText(words).width
      if (Math.abs(x - base) < width + 8) return
      // A small plate of the plain colour keeps the number readable on a texture.
      const middle = (x + base) / 2
      ctx.fillStyle = inks[side] === '#fff' ? 'rgba(0,0,0,.45)' : 'rgba(255,255,255,.75)'
      ctx.fillRect(middle - width / 2 - 3, y - size / 2 - 2, width + 6, size + 4)
      ctx.fillStyle = inks[side] === '#fff' ? '#fff' : '#111'
      ctx.textAlign = 'center'
      ctx.fillText(words, middle, y + 1)
    })
  })
  if (!above) return
  ctx.font = `14px ${family}`
  ctx.textAlign = 'left'
  ctx.fillStyle = palette.ink
  chart.getDatasetMeta(0).data.forEach((bar, index) => {
    const room = chartArea.right - chartArea.left
    ctx.fillText(fitted(ctx, drawing.categories[index] ?? '', room), chartArea.left, bar.y - 20)
  })
}

interface Segment {
  base: number
  x: number
  y: number
}

function bothEnds(chart: Chart, { drawing, palette, family }: LabelOptions) {
  const { ctx, chartArea } = chart
  ctx.font = `14px ${family}`
  chart.getDatasetMeta(0).data.forEach((bar, index) => {
    const [left, right] = drawing.series.map(({ points }) => points[index])
    ctx.fillStyle = left?.share == null ? palette.soft : palette.ink
    ctx.textAlign = 'left'
    ctx.fillText(left?.text ?? '', chartArea.left, bar.y - 20)
    ctx.fillStyle = right?.share == null ? palette.soft : palette.ink
    ctx.textAlign = 'right'
    ctx.fillText(right?.text ?? '', chartArea.right, bar.y - 20)
  })
}

function fitted(ctx: CanvasRenderingContext2D, words: string, room: number): string {
  if (ctx.measureText(words).width <= room) return words
  let letters = [...words]
  while (letters.length > 1 && ctx.measureText(`${letters.join('')}…`).width > room) {
    letters = letters.slice(0, -1)
  }
  return `${letters.join('')}…`
}
