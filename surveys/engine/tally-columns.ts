import { type Column, isNarrow } from './column.ts'
import { histogram, type Selected } from './histogram.ts'

/** People, never ticks: `shown` came to the question, `answered` said something. */
export interface ChoiceTally {
  kind: 'choice'
  shown: number
  answered: number
  /** In the order of `countedOptions`; a scale's "don't know" stands apart. */
  counts: number[]
  dontKnow: number
  /** All picks together; divided by `answered`, how many a person picked. */
  picks: number
}

/** A column of codes: 0 not shown, 1 skipped, 2 + i option i. */
export function tallyCodes(column: Column, options: number, selected?: Selected): ChoiceTally {
  return codesCounted(histogram(column, codeWidth(options), selected), options)
}

/** Every code of so many options is below this. */
export const codeWidth = (options: number): number => options + 2

/** The same from how often each code stands there. */
export function codesCounted(times: Uint32Array, options: number): ChoiceTally {
  const counts = [...times.subarray(2, 2 + options)]
  const answered = sum(counts)
  const shown = answered + (times[1] ?? 0)
  return { kind: 'choice', shown, answered, counts, dontKnow: 0, picks: answered }
}

/** A scale's last code is "don't know", which is counted apart. */
export function tallyScale(column: Column, points: number, selected?: Selected): ChoiceTally {
  return scaleCounted(histogram(column, codeWidth(points + 1), selected), points)
}

/** The same of a scale, whose last code is "don't know". */
export function scaleCounted(times: Uint32Array, points: number): ChoiceTally {
  const { counts, ...rest } = codesCounted(times, points + 1)
  const dontKnow = counts[points] ?? 0
  return { ...rest, counts: counts.slice(0, points), dontKnow, picks: rest.answered - dontKnow }
}

/** A column of masks: bit 0 shown, bit i + 1 option i. */
export function tallyMasks(column: Column, options: number, selected?: Selected): ChoiceTally {
  return masksCounted(maskTimes(column, options, selected), options)
}

/** The same from how often each mask stands there: taken apart once a mask, not once a person. */
export function masksCounted(times: Iterable<[number, number]>, options: number): ChoiceTally {
  const counts = new Array<number>(options).fill(0)
  let shown = 0
  let skipped = 0
  for (const [mask, people] of times) {
    if (people === 0 || mask === 0) continue
    shown += people
    if (mask === 1) skipped += people
    for (const option of maskedOptions(mask)) counts[option] = (counts[option] ?? 0) + people
  }
  const answered = shown - skipped
  return { kind: 'choice', shown, answered, counts, dontKnow: 0, picks: sum(counts) }
}

/** A column that only says whether something was answered. */
export function tallyStates(column: Column, selected?: Selected) {
  const times = histogram(column, 3, selected)
  const answered = times[2] ?? 0
  return { shown: answered + (times[1] ?? 0), answered }
}

/** How many people gave each number, from the least to the greatest. */
export function tallyNumbers(
  states: Column,
  numbers: Column,
  selected?: Selected,
): Map<number, number> {
  const values = new Map<number, number>()
  for (let i = 0; i < numbers.length; i++) {
    if (states[i] !== 2 || (selected && selected[i] === 0)) continue
    const value = numbers[i] as number
    values.set(value, (values.get(value) ?? 0) + 1)
  }
  return new Map([...values].sort(([a], [b]) => a - b))
}

/** The options whose bits are set, by their place; bit 0 only says that the question was shown. */
export function maskedOptions(mask: number): number[] {
  const options: number[] = []
  for (let bits = mask & ~1; bits !== 0; bits &= bits - 1) {
    options.push(30 - Math.clz32(bits & -bits))
  }
  return options
}

function maskTimes(column: Column, options: number, selected?: Selected) {
  if (isNarrow(options)) return histogram(column, 2 << options, selected).entries()
  const times = new Map<number, number>()
  for (let i = 0; i < column.length; i++) {
    if (selected && selected[i] === 0) continue
    const mask = column[i] as number
    times.set(mask, (times.get(mask) ?? 0) + 1)
  }
  return times
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
