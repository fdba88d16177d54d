import { type Columns, emptyColumns } from './columns.ts'
import type { Edition, Question } from './definition.ts'
import type { Selected } from './histogram.ts'
import { type BudgetTally, tallyBudget } from './tally-budget.ts'
import {
  type ChoiceTally,
  tallyCodes,
  tallyMasks,
  tallyNumbers,
  tallyScale,
  tallyStates,
} from './tally-columns.ts'
import { type PinTally, tallyPins } from './tally-pins.ts'
import { type RankTally, tallyRank } from './tally-rank.ts'
import { allOptions } from './visibility.ts'

/** One row of a matrix or one pair, in people; counts in the order of the options. */
export interface RowTally {
  id: string
  shown: number
  answered: number
  counts: number[]
}

/** What people answered to one question, unprotected: never shown as it is. */
export type QuestionTally =
  | ChoiceTally
  | { kind: 'rows'; rows: RowTally[] }
  | { kind: 'number'; shown: number; answered: number; values: Map<number, number> }
  | { kind: 'text'; shown: number; answered: number }
  | RankTally
  | BudgetTally
  | { kind: 'date'; shown: number; answered: number; days: Map<number, number> }
  | PinTally
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
    case 'consent':
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
    case 'date': {
      const { shown, answered } = tallyStates(column(question.id), selected)
      const days = tallyNumbers(column(question.id), column(`${question.id}#`), selected)
      return { kind: 'date', shown, answered, days }
    }
    case 'text':
    case 'drawing':
    case 'photo':
      return { kind: 'text', ...tallyStates(column(question.id), selected) }
    case 'rank':
      return tallyRank(question, column, selected)
    case 'budget':
      return tallyBudget(question, column, selected)
    case 'pin':
      return tallyPins(question, column, selected)
    case 'note':
      return { kind: 'note' }
  }
}

/** The options a tally counts, in the order of its counts. */
export function countedOptions(question: Question, edition: Edition) {
  return question.kind === 'scale' ? question.points : allOptions(question, edition)
}

/** Whom a share is a share of: people who were shown the question, without those who don't know. */
export function base(tallied: { shown: number; dontKnow?: number }): number {
  return tallied.shown - (tallied.dontKnow ?? 0)
}
