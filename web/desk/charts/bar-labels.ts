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
  width: number
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
        case 'days':
          onTop(chart, options)
          break
        case 'groups':
          atEnds(chart, options)
          break
        case 'multiples':
          inLanes(chart, options)
          break
        case 'scale':
          middleLine(chart, options)
          inside(chart, options)
          break
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
    const x = point.value === null ? chartArea.left : bar.x
    if (above) {
      ctx.font = `14px ${family}`
      ctx.fillStyle = palette.ink
      const room = chartArea.right - ctx.measureText(point.text).width - 12 - chartArea.left
      ctx.fillText(fitted(ctx, drawing.categories[index] ?? '', room), chartArea.left, bar.y - 20)
      ctx.textAlign = 'right'
      ctx.fillStyle = point.value === null ? palette.soft : palette.ink
      ctx.fillText(point.text, chartArea.right, bar.y - 20)
    } else {
      ctx.font = `${point.value === null ? '' : '600 '}14px ${family}`
      ctx.fillStyle = point.value === null ? palette.soft : palette.ink
      ctx.fillText(point.text, x + 8, bar.y + 1)
    }
  })
}

function onTop(chart: Chart, { drawing, palette, family, width }: LabelOptions) {
  const { ctx } = chart
  const size = drawing.shape === 'days' ? 12 : 14
  ctx.font = `${size}px ${family}`
  ctx.textAlign = 'center'
  // With many days on a narrow page the numbers would run into each other; the table has them.
  if (width / Math.max(1, drawing.categories.length * drawing.series.length) < 20) return
  drawing.series.forEach(({ points }, at) => {
    chart.getDatasetMeta(at).data.forEach((bar, index) => {
      const point = points[index]
      if (!point || point.value === 0) return
      ctx.fillStyle = point.value === null ? palette.soft : palette.ink
      const words = point.value === null ? '–' : point.text.replace(/（.*/, '')
      ctx.fillText(words, bar.x, Math.min(bar.y, chart.chartArea.bottom) - 10)
    })
  })
}

function atEnds(chart: Chart, { drawing, palette, family }: LabelOptions) {
  const { ctx } = chart
  ctx.font = `600 13px ${family}`
  ctx.textAlign = 'left'
  ctx.fillStyle = palette.ink
  drawing.series.forEach(({ points }, at) => {
    chart.getDatasetMeta(at).data.forEach((bar, index) => {
      ctx.fillText(points[index]?.text ?? '', bar.x + 6, bar.y + 1)
    })
  })
}

/** Small multiples: the neighbourhood's name over its lane, the share behind each bar. */
function inLanes(chart: Chart, { drawing, palette, family }: LabelOptions) {
  const { ctx, chartArea } = chart
  const lane = (chartArea.right - chartArea.left) / drawing.series.length
  ctx.textAlign = 'left'
  drawing.series.forEach(({ label, points }, at) => {
    const left = chartArea.left + at * lane
    ctx.font = `600 14px ${family}`
    ctx.fillStyle = palette.ink
    ctx.fillText(fitted(ctx, label, lane - 6), left, chartArea.top - 10)
    ctx.fillStyle = palette.hair
    ctx.fillRect(left - 1, chartArea.top, 1, chartArea.bottom - chartArea.top)
    ctx.font = `13px ${family}`
    chart.getDatasetMeta(0).data.forEach((row, index) => {
      const { value = null, text = '' } = points[index] ?? {}
      const bar = chart.getDatasetMeta(at).data[index]
      ctx.fillStyle = value === null ? palette.soft : palette.ink
      // Of people only the share fits into a lane; a score or a mean stands as it is.
      const words = value === null ? shortOf(text) : text.replace(/^.*（|）$/g, '')
      ctx.fillText(words, (value === null ? left : (bar?.x ?? left)) + 5, row.y + 1)
    })
  })
}

/** A number that is hidden; or one that is told without its share, because the base is hidden. */
const shortOf = (text: string) => (/^\d/.test(text) ? text.replace(/（.*/, '') : '不显示')

/** Left of it are those who are not content, right of it those who are. */
function middleLine(chart: Chart, { palette }: LabelOptions) {
  const { ctx, chartArea, scales } = chart
  const x = scales.x?.getPixelForValue(0) ?? chartArea.left
  ctx.fillStyle = palette.ink
  ctx.fillRect(x - 0.5, chartArea.top, 1, chartArea.bottom - chartArea.top)
}

function inside(chart: Chart, { drawing, above, palette, family, inks }: LabelOptions) {
  const { ctx, chartArea } = chart
  const size = drawing.shape === 'scale' ? 15 : 13
  drawing.series.forEach(({ points }, side) => {
    chart.getDatasetMeta(side).data.forEach((bar, index) => {
      const value = points[index]?.value
      if (!value) return
      const { base, x, y } = bar.getProps(['base', 'x', 'y'], true) as unknown as Segment
      const words = `${Math.round(value * 100)}%`
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
    ctx.fillStyle = left?.value == null ? palette.soft : palette.ink
    ctx.textAlign = 'left'
    ctx.fillText(left?.text ?? '', chartArea.left, bar.y - 20)
    ctx.fillStyle = right?.value == null ? palette.soft : palette.ink
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
