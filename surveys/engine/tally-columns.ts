import type { Column } from './columns.ts'
import { histogram, type Selected } from './histogram.ts'
import type { ChoiceTally } from './tally.ts'

/** A column of codes: 0 not shown, 1 skipped, 2 + i option i. */
export function tallyCodes(column: Column, options: number, selected?: Selected): ChoiceTally {
  const times = histogram(column, 256, selected)
  const counts = [...times.subarray(2, 2 + options)]
  const answered = sum(counts)
  const shown = answered + (times[1] ?? 0)
  return { kind: 'choice', shown, answered, counts, dontKnow: 0, picks: answered }
}

/** A scale's last code is "don't know", which is counted apart. */
export function tallyScale(column: Column, points: number, selected?: Selected): ChoiceTally {
  const { counts, ...rest } = tallyCodes(column, points + 1, selected)
  const dontKnow = counts[points] ?? 0
  return { ...rest, counts: counts.slice(0, points), dontKnow, picks: rest.answered - dontKnow }
}

/** A column of masks: bit 0 shown, bit i + 1 option i. */
export function tallyMasks(column: Column, options: number, selected?: Selected): ChoiceTally {
  const { shown, skipped, counts } = foldMasks(column, options, selected)
  return {
    kind: 'choice',
    shown,
    answered: shown - skipped,
    counts,
    dontKnow: 0,
    picks: sum(counts),
  }
}

/** A column that only says whether something was answered. */
export function tallyStates(column: Column, selected?: Selected) {
  const times = histogram(column, 256, selected)
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

/** Counts whole masks first and takes them apart once, not once per person. */
function foldMasks(column: Column, options: number, selected?: Selected) {
  const counts = new Array<number>(options).fill(0)
  let shown = 0
  let skipped = 0
  const add = (mask: number, people: number) => {
    for (const option of maskedOptions(mask)) counts[option] = (counts[option] ?? 0) + people
  }
  if (options < 16) {
    histogram(column, 2 << options, selected).forEach((people, mask) => {
      if (people === 0 || mask === 0) return
      shown += people
      if (mask === 1) skipped += people
      else add(mask, people)
    })
    return { shown, skipped, counts }
  }
  for (let i = 0; i < column.length; i++) {
    if (selected && selected[i] === 0) continue
    const mask = column[i] as number
    if (mask === 0) continue
    shown++
    if (mask === 1) skipped++
    else add(mask, 1)
  }
  return { shown, skipped, counts }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
