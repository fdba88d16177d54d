import type { ChartConfiguration } from 'chart.js'
import { barLabels } from './bar-labels.ts'
import type { Palette } from './palette.ts'
import { inkOn, seriesColours } from './palette.ts'
import { patterned } from './patterns.ts'
import type { Drawing } from './read-table.ts'

const narrow = 560

/** The Chart.js chart for a drawing, and how tall it wants to be at this width. */
export function chartOf(drawing: Drawing, width: number, palette: Palette, forPaper: boolean) {
  const { shape, categories, series } = drawing
  const stacked = shape === 'scale' || shape === 'rows' || shape === 'pairs'
  const above = shape === 'pairs' || (width < narrow && shape !== 'scale' && shape !== 'histogram')
  const upright = shape === 'histogram'
  const colours =
    shape === 'bars' || shape === 'histogram' ? [] : seriesColours(shape, series.length)
  const sans = getComputedStyle(document.body).fontFamily
  const values = series.flatMap(({ points }) => points.map(({ share }) => share ?? 0))
  const longest = Math.max(0.05, ...values)
  const data = series.map(({ label, points }, index) => ({
    label: shape === 'scale' ? `${label} ${points[0]?.text ?? ''}` : label,
    data: points.map(({ share }) => (share === null ? null : share * 100)),
    backgroundColor: stacked
      ? patterned(
          colours[index] ?? '#999',
          shape === 'scale' ? scaleTexture(index, series.length) : index,
        )
      : points.map(({ apart }) => (apart ? palette.apart : palette.bar)),
    borderColor: palette.surface,
    borderWidth: stacked ? { left: index === 0 ? 0 : 1.5, right: 0, top: 0, bottom: 0 } : 0,
    barThickness: upright ? undefined : shape === 'scale' ? 40 : above ? 16 : 20,
    maxBarThickness: 48,
  }))
  if (shape === 'pairs') data.splice(1, 0, gapBetween(series))
  const font = { family: sans, size: 14 }
  const config: ChartConfiguration<'bar', (number | null)[]> = {
    type: 'bar',
    data: { labels: categories.map((label) => wrapped(label, 13)), datasets: data },
    options: {
      indexAxis: upright ? 'x' : 'y',
      animation: false,
      maintainAspectRatio: false,
      responsive: !forPaper,
      devicePixelRatio: Math.max(2, window.devicePixelRatio),
      font,
      color: palette.ink,
      layout: { padding: { right: shape === 'bars' ? 8 : 2, top: above ? 18 : upright ? 20 : 0 } },
      interaction: { mode: 'nearest', intersect: true },
      plugins: {
        legend: {
          display: shape === 'scale' || shape === 'rows',
          position: shape === 'scale' ? 'bottom' : 'top',
          align: 'start',
          onClick: () => {},
          labels: { color: palette.ink, font, boxWidth: 16, boxHeight: 12, padding: 12 },
        },
        tooltip: {
          titleFont: font,
          bodyFont: font,
          displayColors: false,
          filter: ({ datasetIndex }) => shape !== 'pairs' || datasetIndex !== 1,
          callbacks: {
            title: ([item]) => (item ? (categories[item.dataIndex] ?? '') : ''),
            label: ({ datasetIndex, dataIndex }) => {
              const at = shape === 'pairs' && datasetIndex === 2 ? 1 : datasetIndex
              const one = series[at]
              return [one?.label, one?.points[dataIndex]?.text].filter(Boolean).join(' ')
            },
          },
        },
      },
      scales: upright
        ? {
            x: { grid: { display: false }, ticks: { color: palette.ink, font } },
            y: { display: false, beginAtZero: true },
          }
        : {
            x: {
              display: false,
              stacked,
              min: 0,
              max: stacked ? 100 : Math.min(100, longest * 100) * (above ? 1 : roomFor(width)),
            },
            y: {
              stacked,
              grid: { display: false },
              border: { display: shape === 'bars', color: palette.hair },
              ticks: {
                display: !above && shape !== 'scale',
                color: palette.ink,
                font,
                autoSkip: false,
                crossAlign: 'far',
              },
            },
          },
    },
    plugins: [barLabels({ drawing, above, palette, family: sans, inks: colours.map(inkOn) })],
  }
  return { config, height: heightOf(drawing, width, above) }
}

// The values stand right of the bars, so the longest bar must leave them room.
const roomFor = (width: number) => (width < 700 ? 1.55 : 1.32)

// Both ends of a scale share a colour family, so the textures mirror each other too.
function scaleTexture(index: number, count: number): number {
  return index < count / 2 - 0.5
    ? index * 2
    : index > count / 2 - 0.5
      ? (count - 1 - index) * 2 + 1
      : 3
}

/** People who chose neither side of a pair stand between the two, undrawn. */
function gapBetween(series: Drawing['series']) {
  const gap = (series[0]?.points ?? []).map((left, index) => {
    const right = series[1]?.points[index]
    return 100 - 100 * ((left.share ?? 0) + (right?.share ?? 0))
  })
  return {
    label: '',
    data: gap,
    backgroundColor: 'transparent',
    borderColor: 'transparent',
    borderWidth: { left: 0, right: 0, top: 0, bottom: 0 },
    barThickness: 16,
    maxBarThickness: 48,
  }
}

function heightOf({ shape, categories, series }: Drawing, width: number, above: boolean): number {
  const legend = Math.ceil(series.length / Math.max(1, Math.floor(width / 190))) * 27
  if (shape === 'scale') return 60 + legend
  if (shape === 'histogram') return 240
  const lines = categories.map((label) => (above ? 1 : wrapped(label, 13).length))
  const rows = lines.reduce((sum, count) => sum + (above ? 50 : 16 + count * 18), 0)
  return rows + (shape === 'rows' ? legend + 8 : 0) + 24
}

/** Cut into lines a narrow axis can hold; Chinese breaks anywhere, so by length. */
function wrapped(label: string, length: number): string[] {
  const letters = [...label]
  const lines = Math.ceil(letters.length / length)
  const each = Math.ceil(letters.length / Math.max(lines, 1))
  return Array.from({ length: lines }, (_, line) =>
    letters.slice(line * each, (line + 1) * each).join(''),
  )
}
