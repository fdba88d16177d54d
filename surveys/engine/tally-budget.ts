import type { Column } from './column.ts'
import type { QuestionOf } from './definition.ts'
import { histogram, type Selected } from './histogram.ts'

/** People by how many stickers they gave each option. */
export interface BudgetTally {
  kind: 'budget'
  shown: number
  /** Gave at least one sticker to something. */
  answered: number
  /** `people[s]`: how many of those who answered gave it s stickers. */
  options: { id: string; people: number[] }[]
}

/** From columns `Q9.a`, one for each option, as `columns.ts` describes them. */
export function tallyBudget(
  question: QuestionOf<'budget'>,
  column: (key: string) => Column,
  selected?: Selected,
): BudgetTally {
  let shown = 0
  let answered = 0
  const options = question.options.map(({ id }) => {
    const times = histogram(column(`${question.id}.${id}`), 3 + question.total, selected)
    const people = [...times.subarray(2)]
    answered = people.reduce((sum, some) => sum + some, 0)
    shown = answered + (times[1] ?? 0)
    return { id, people }
  })
  return { kind: 'budget', shown, answered, options }
}

/** All stickers an option was given. */
export const stickersGiven = (people: readonly number[]) =>
  people.reduce((sum, some, stickers) => sum + some * stickers, 0)
