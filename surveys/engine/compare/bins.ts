import { type Column, codeColumn } from '../column.ts'
import type { QuestionOf } from '../definition.ts'

/** Numbers, or days since 1970, from the first to before the second. */
export interface Bin {
  id: string
  bin: { from: number; to: number }
}

const mostBins = 12

/**
 * Numbers put together. Which ones says the definition alone, never what people answered: so the groups are
 * the same today and tomorrow, and nobody can be found by their moving. Few whole numbers stand each for
 * itself; within bounds the steps are even; without bounds they widen as 1, 2, 5, 10, 20, 50 and on.
 */
export function numberBins({ min, max, whole }: QuestionOf<'number'>): Bin[] {
  if (min === undefined || max === undefined) return between(widening(min ?? 0, max))
  const length = max - min + (whole ? 1 : 0)
  if (whole && length <= mostBins) return between(evenly(min, length, 1))
  const step = stepFor(length, whole === true)
  const first = Math.floor(min / step) * step
  return between(evenly(first, Math.ceil((max + (whole ? 1 : 0) - first) / step), step))
}

/** The months of the days that were chosen, from the earliest to the latest. */
export function monthBins(days: Iterable<number>): Bin[] {
  return [...new Set([...days].map(monthOf))]
    .sort((a, b) => a - b)
    .map((month) => ({
      id: `m${Math.floor(month / 12)}_${(month % 12) + 1}`,
      bin: { from: firstDayOf(month), to: firstDayOf(month + 1) },
    }))
}

/** By response the code of the bin its number is in, as if the bins were options. */
export function binCodes(states: Column, numbers: Column, bins: readonly Bin[]): Column {
  const known = new Map<number, number>()
  const codeOf = (value: number) => {
    const found = known.get(value)
    if (found !== undefined) return found
    const code = binAt(value, bins) + 2
    known.set(value, code)
    return code
  }
  const codes = codeColumn(bins.length, states.length)
  for (let i = 0; i < states.length; i++) {
    const state = states[i] as number
    codes[i] = state === 2 ? codeOf(numbers[i] as number) : state
  }
  return codes
}

/** The place of the bin a number is in. */
export const binAt = (value: number, bins: readonly Partial<Bin>[]): number =>
  bins.findIndex(({ bin }) => bin && value >= bin.from && value < bin.to)

const between = (edges: readonly number[]): Bin[] =>
  edges.slice(0, -1).map((from, at) => {
    const to = edges[at + 1] ?? Number.POSITIVE_INFINITY
    return { id: `n${from}`.replace(/\W/g, '_'), bin: { from, to } }
  })

const evenly = (first: number, bins: number, step: number): number[] =>
  Array.from({ length: bins + 1 }, (_, at) => Math.round((first + at * step) * 1e6) / 1e6)

/** The least of 1, 2, 5, 10 and on that makes no more than ten bins. */
function stepFor(length: number, whole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(length / 10))
  const step = [1, 2, 5, 10].map((times) => times * power).find((one) => length / one <= 10)
  return Math.max(step ?? length, whole ? 1 : 0)
}

function widening(min: number, max: number | undefined): number[] {
  const steps = [0, 1, 2, 3, 4].flatMap((power) => [1, 2, 5].map((times) => times * 10 ** power))
  const inside = [0, ...steps].filter((edge) => edge > min && edge < (max ?? Infinity))
  const lowest = min === 0 ? [Number.NEGATIVE_INFINITY, 0] : [min]
  return [...lowest, ...inside, Number.POSITIVE_INFINITY]
}

const dayLength = 86_400_000
const monthOf = (day: number) => {
  const date = new Date(day * dayLength)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}
const firstDayOf = (month: number) => Date.UTC(Math.floor(month / 12), month % 12, 1) / dayLength
