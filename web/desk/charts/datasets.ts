import { inkOn, type Palette, seriesColours } from './palette.ts'
import { patterned } from './patterns.ts'
import type { Drawing } from './read-table.ts'

type Series = Drawing['series'][number]
type Datum = number | [number, number] | null

export interface Datasets {
  datasets: {
    label: string
    data: Datum[]
    backgroundColor: string | CanvasPattern | (string | CanvasPattern)[]
    borderColor: string
    borderWidth: number | { left: number; right: number; top: number; bottom: number }
    barThickness?: number | undefined
    maxBarThickness: number
    grouped?: boolean
  }[]
  /** Which series of the table a dataset shows; none for what is only space. */
  seriesAt(dataset: number): Series | undefined
  stacked: boolean
  legend: boolean
  /** Both ends of the axis; it begins at nothing where no other beginning is given. */
  longest: number
  least?: number
  /** Black or white, for values written on a series. */
  inks: string[]
}

/** The table's series as Chart.js wants them: colours with textures, thickness, stacking. */
export function datasetsOf(
  drawing: Drawing,
  palette: Palette,
  above: boolean,
  forPaper: boolean,
): Datasets {
  const { shape, series } = drawing
  const values = series.flatMap(({ points }) => points.map(({ value }) => value ?? 0))
  const longest = Math.max(...values, shape === 'groups' || shape === 'days' ? 1 : 0.05)
  const plain = { borderColor: palette.surface, borderWidth: 0, maxBarThickness: 48 }
  const one = {
    ...{ stacked: false, legend: false, longest, inks: [] },
    seriesAt: (at: number) => series[at],
  }
  const each = (data: (points: Series['points'], at: number) => Datum[]) =>
    series.map(({ label, points }, at) => ({ ...plain, label, data: data(points, at) }))
  const direct = each((points) => points.map(({ value }) => value))
  switch (shape) {
    case 'bars':
    case 'histogram':
      return {
        ...one,
        datasets: direct.map((dataset, at) => ({
          ...dataset,
          backgroundColor: barColours(series[at], palette),
          barThickness: shape === 'histogram' ? undefined : forPaper ? 14 : above ? 16 : 20,
        })),
      }
    case 'groups':
    case 'days': {
      const colours = seriesColours('rows', series.length)
      return {
        ...one,
        legend: series.length > 1,
        datasets: direct.map((dataset, at) => ({
          ...dataset,
          backgroundColor:
            series.length === 1 ? palette.bar : patterned(colours[at] ?? palette.bar, at),
          barThickness: shape === 'groups' ? 16 : undefined,
        })),
      }
    }
    case 'multiples': {
      // One lane for each neighbourhood on a common axis; the last quarter of a lane is for its numbers.
      const lane = longest * 1.75
      const lanes = each((points, at) =>
        points.map(({ value }): Datum => (value === null ? null : [at * lane, at * lane + value])),
      )
      return {
        ...one,
        longest: lane * series.length,
        datasets: lanes.map((dataset, at) => ({
          ...dataset,
          backgroundColor: barColours(series[at], palette),
          barThickness: forPaper ? 14 : 18,
          grouped: false,
        })),
      }
    }
    case 'scale':
      return divergingDatasets(drawing, palette)
    case 'rows':
    case 'pairs':
      return stackedDatasets(drawing, palette, forPaper ? 14 : above ? 16 : 24)
  }
}

/** Points of a scale on both sides of a middle line: the good ones right of it, the bad ones left. */
function divergingDatasets({ series }: Drawing, palette: Palette): Datasets {
  const colours = seriesColours('scale', series.length)
  const ends = endsOf(series.map(({ points }) => points[0]?.value ?? 0))
  const reach = Math.max(0.05, ...ends.flat().map(Math.abs))
  return {
    datasets: series.map(({ label, points }, at) => ({
      // With one bar only, the values have room in the legend; narrow segments could not hold them.
      label: `${label} ${points[0]?.text ?? ''}`,
      data: [points[0]?.value == null ? null : (ends[at] ?? null)],
      backgroundColor: patterned(colours[at] ?? palette.apart, scaleTexture(at, series.length)),
      borderColor: palette.surface,
      borderWidth: { left: 1, right: 1, top: 0, bottom: 0 },
      barThickness: 40,
      maxBarThickness: 48,
      grouped: false,
    })),
    stacked: false,
    legend: true,
    longest: reach,
    least: -reach,
    inks: colours.map(inkOn),
    seriesAt: (at) => series[at],
  }
}

/** Where each point of a scale, from best to worst, begins and ends; the middle one lies across the line. */
function endsOf(shares: readonly number[]): [number, number][] {
  const middle = (shares.length - 1) / 2
  const across = Number.isInteger(middle) ? (shares[middle] ?? 0) / 2 : 0
  const sum = (some: readonly number[]) => some.reduce((total, share) => total + share, 0)
  return shares.map((share, at) => {
    if (at === middle) return [-across, across]
    if (at < middle) {
      const from = across + sum(shares.slice(at + 1, Math.ceil(middle)))
      return [from, from + share]
    }
    const from = -across - sum(shares.slice(Math.floor(middle) + 1, at))
    return [from - share, from]
  })
}

function stackedDatasets(
  { shape, series }: Drawing,
  palette: Palette,
  barThickness: number,
): Datasets {
  const kind = shape === 'pairs' ? 'pairs' : 'rows'
  const colours = seriesColours(kind, series.length)
  const datasets: Datasets['datasets'] = series.map(({ label, points }, at) => ({
    label,
    data: points.map(({ value }) => value),
    backgroundColor: patterned(colours[at] ?? palette.apart, at),
    borderColor: palette.surface,
    borderWidth: { left: at === 0 ? 0 : 1.5, right: 0, top: 0, bottom: 0 },
    barThickness,
    maxBarThickness: 48,
  }))
  if (kind === 'pairs') datasets.splice(1, 0, undecided(series, barThickness))
  return {
    datasets,
    stacked: true,
    legend: kind !== 'pairs',
    longest: 1,
    inks: colours.map(inkOn),
    seriesAt: (at) => (kind === 'pairs' ? [series[0], undefined, series[1]][at] : series[at]),
  }
}

/** People who chose neither side of a pair stand between the two, undrawn. */
function undecided([left, right]: Series[], barThickness: number): Datasets['datasets'][number] {
  return {
    label: '',
    data: (left?.points ?? []).map(
      ({ value }, at) => 1 - (value ?? 0) - (right?.points[at]?.value ?? 0),
    ),
    backgroundColor: 'transparent',
    borderColor: 'transparent',
    borderWidth: 0,
    barThickness,
    maxBarThickness: 48,
  }
}

function barColours(series: Series | undefined, palette: Palette) {
  return (series?.points ?? []).map(({ apart }) =>
    apart ? patterned(palette.apart, 1) : palette.bar,
  )
}

// Both ends of a scale are dark in grey print, so one of them is striped.
function scaleTexture(at: number, count: number): number {
  const middle = (count - 1) / 2
  if (at === middle) return 3
  return at < middle ? at * 2 : (count - 1 - at) * 2 + 1
}
