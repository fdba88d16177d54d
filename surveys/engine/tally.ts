import { type Column, type Columns, emptyColumns } from './columns.ts'
import type { Edition, Question } from './definition.ts'
import { histogram, type Selected } from './histogram.ts'
import { questionsOf } from './questions.ts'
import { allOptions } from './visibility.ts'

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

export interface RowTally {
  id: string
  shown: number
  answered: number
  counts: number[]
}

export type QuestionTally =
  | ChoiceTally
  | { kind: 'rows'; rows: RowTally[] }
  | { kind: 'number'; shown: number; answered: number; values: Map<number, number> }
  | { kind: 'text'; shown: number; answered: number }
  | { kind: 'note' }

/** What people answered to one question, in one pass over its column. */
export function tally(
  question: Question,
  edition: Edition,
  { count, columns }: Columns,
  selected?: Selected,
): QuestionTally {
  const column = (key: string) =>
    columns.get(key) ?? emptyColumns(edition, count).columns.get(key) ?? new Uint8Array(count)
  const row = (id: string, options: number): RowTally => {
    const { shown, answered, counts } = tallyCodes(
      column(`${question.id}.${id}`),
      options,
      selected,
    )
    return { id, shown, answered, counts }
  }
  switch (question.kind) {
    case 'single':
      return tallyCodes(column(question.id), allOptions(question, edition).length, selected)
    case 'scale':
      return tallyScale(column(question.id), question.points.length, selected)
    case 'multiple':
      return tallyMasks(column(question.id), question.options.length, selected)
    case 'matrix':
      return { kind: 'rows', rows: question.rows.map(({ id }) => row(id, question.options.length)) }
    case 'pair':
      return { kind: 'rows', rows: question.pairs.map(({ id }) => row(id, 2)) }
    case 'number': {
      const { shown, answered } = tallyStates(column(question.id), selected)
      const values = tallyNumbers(column(question.id), column(`${question.id}#`), selected)
      return { kind: 'number', shown, answered, values }
    }
    case 'text':
      return { kind: 'text', ...tallyStates(column(question.id), selected) }
    case 'note':
      return { kind: 'note' }
  }
}

/** Every question of an edition, in questionnaire order. */
export function tallyAll(
  edition: Edition,
  columns: Columns,
  selected?: Selected,
): Map<string, QuestionTally> {
  return new Map(
    [...questionsOf(edition)].map(([id, question]) => [
      id,
      tally(question, edition, columns, selected),
    ]),
  )
}

/** The options a tally counts, in the order of its counts. */
export function countedOptions(question: Question, edition: Edition) {
  return question.kind === 'scale' ? question.points : allOptions(question, edition)
}

/** Whom a share is a share of: people who were shown the question, without those who don't know. */
export function base(tallied: { shown: number; dontKnow?: number }): number {
  return tallied.shown - (tallied.dontKnow ?? 0)
}

/** The options whose bits are set, by their place; bit 0 only says that the question was shown. */
export function maskedOptions(mask: number): number[] {
  const options: number[] = []
  for (let bits = mask & ~1; bits !== 0; bits &= bits - 1) {
    options.push(30 - Math.clz32(bits & -bits))
  }
  return options
}

function tallyCodes(column: Column, options: number, selected?: Selected): ChoiceTally {
  const times = histogram(column, 256, selected)
  const counts = [...times.subarray(2, 2 + options)]
  const answered = sum(counts)
  const shown = answered + (times[1] ?? 0)
  return { kind: 'choice', shown, answered, counts, dontKnow: 0, picks: answered }
}

function tallyScale(column: Column, points: number, selected?: Selected): ChoiceTally {
  const { counts, ...rest } = tallyCodes(column, points + 1, selected)
  const dontKnow = counts[points] ?? 0
  return { ...rest, counts: counts.slice(0, points), dontKnow, picks: rest.answered - dontKnow }
}

function tallyMasks(column: Column, options: number, selected?: Selected): ChoiceTally {
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

function tallyStates(column: Column, selected?: Selected) {
  const times = histogram(column, 256, selected)
  const answered = times[2] ?? 0
  return { shown: answered + (times[1] ?? 0), answered }
}

function tallyNumbers(states: Column, numbers: Column, selected?: Selected): Map<number, number> {
  const values = new Map<number, number>()
  for (let i = 0; i < numbers.length; i++) {
    if (states[i] !== 2 || (selected && selected[i] === 0)) continue
    const value = numbers[i] as number
    values.set(value, (values.get(value) ?? 0) + 1)
  }
  return new Map([...values].sort(([a], [b]) => a - b))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
