import type { ChartConfiguration } from 'chart.js'
import { barLabels } from './bar-labels.ts'
import { type Datasets, datasetsOf } from './datasets.ts'
import type { Palette } from './palette.ts'
import type { Drawing } from './read-table.ts'

const narrow = 560

/** Pixels of a row of the chart. On paper nobody points at a bar, and a question should fit on half a page with its table. */
const screen = { letters: 13, line: 18, between: 16, above: 50 }
const paper = { letters: 16, line: 16, between: 3, above: 42 }

export interface Sheet {
  width: number
  palette: Palette
  forPaper: boolean
  family: string
}

/** Whether this drawing makes sense at this width; five little charts side by side do not on a phone. */
export function fits({ shape, series }: Drawing, width: number): boolean {
  return shape !== 'multiples' || width >= 200 + series.length * 84
}

/** The Chart.js chart for a drawing, and how tall it wants to be at this width. */
export function chartOf(drawing: Drawing, sheet: Sheet) {
  const { width, palette, forPaper, family } = sheet
  const { shape, categories } = drawing
  const upright = shape === 'histogram' || shape === 'days'
  const above = shape === 'pairs' || (width < narrow && (shape === 'bars' || shape === 'rows'))
  const font = { family, size: 14 }
  const room = forPaper ? paper : screen
  const drawn = datasetsOf(drawing, palette, above, forPaper)
  const config: ChartConfiguration<'bar', Datasets['datasets'][number]['data']> = {
    type: 'bar',
    data: {
      labels: upright ? categories : categories.map((label) => wrapped(label, room.letters)),
      datasets: drawn.datasets,
    },
    options: {
      indexAxis: upright ? 'x' : 'y',
      animation: false,
      maintainAspectRatio: false,
      responsive: !forPaper,
      devicePixelRatio: Math.max(2, window.devicePixelRatio),
      font,
      color: palette.ink,
      layout: {
        padding: { right: 4, top: above || shape === 'multiples' ? 22 : upright ? 20 : 0 },
      },
      interaction: { mode: 'nearest', intersect: true },
      plugins: {
        legend: {
          display: drawn.legend,
          position: shape === 'scale' ? 'bottom' : 'top',
          align: 'start',
          onClick: () => {},
          labels: { color: palette.ink, font, boxWidth: 16, boxHeight: 12, padding: 12 },
        },
        tooltip: {
          titleFont: font,
          bodyFont: font,
          displayColors: false,
          filter: ({ datasetIndex }) => drawn.seriesAt(datasetIndex) !== undefined,
          callbacks: {
            title: ([item]) => (item ? (categories[item.dataIndex] ?? '') : ''),
            label: ({ datasetIndex, dataIndex }) => {
              const one = drawn.seriesAt(datasetIndex)
              return [one?.label, one?.points[dataIndex]?.text].filter(Boolean).join(' ')
            },
          },
        },
      },
      scales: upright
        ? {
            x: { grid: { display: false }, ticks: { color: palette.ink, font, maxRotation: 0 } },
            y: { display: false, beginAtZero: true },
          }
        : {
            x: {
              display: false,
              stacked: drawn.stacked,
              min: drawn.least ?? 0,
              max:
                drawn.longest *
                (above || drawn.stacked || shape === 'scale' ? 1 : roomFor(shape, width)),
            },
            y: {
              stacked: drawn.stacked,
              grid: { display: false, drawTicks: false },
              border: {
                display: !above && (shape === 'bars' || shape === 'groups'),
                color: palette.hair,
              },
              ticks: {
                display: !above && shape !== 'scale',
                color: palette.ink,
                font,
                autoSkip: false,
                crossAlign: 'far',
                padding: above || shape === 'scale' ? 0 : 8,
              },
            },
          },
    },
    plugins: [barLabels({ ...sheet, drawing, above, inks: drawn.inks })],
  }
  return { config, height: heightOf(drawing, width, above, room) }
}

// The values stand right of the bars, so the longest bar must leave them room.
function roomFor(shape: Drawing['shape'], width: number): number {
  if (shape === 'multiples') return 1
  if (shape === 'groups') return 1.12
  return width < 700 ? 1.55 : 1.32
}

function heightOf(
  { shape, categories, series }: Drawing,
  width: number,
  above: boolean,
  room: typeof screen,
): number {
  const legend = Math.ceil(series.length / Math.max(1, Math.floor(width / 190))) * 27
  switch (shape) {
    case 'scale':
      return 60 + legend
    case 'histogram':
    case 'days':
      return 240 + (shape === 'days' ? legend : 0)
    case 'groups':
      return categories.length * (18 + 20 * series.length) + legend + 24
    case 'bars':
    case 'rows':
    case 'pairs':
    case 'multiples': {
      const lines = categories.map((label) => wrapped(label, room.letters).length)
      const tall = (count: number) => (above ? room.above : room.between + count * room.line)
      const rows = lines.reduce((sum, count) => sum + tall(count), 0)
      return rows + (shape === 'rows' ? legend + 8 : 0) + 24
    }
  }
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
