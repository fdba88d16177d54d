import type { QuestionOf } from '../../../surveys/engine/definition.ts'
import { dateOfDay, dayOfDate } from '../../../surveys/engine/read-date.ts'

type Limits = Pick<QuestionOf<'date'>, 'min' | 'max'>

/** The first and the last day that can be answered, as a person writes them: 2027-3-1. */
export function dateLimits({ min, max }: Limits): [first?: string, last?: string] {
  return [min && written(min), max && written(max)]
}

/** A day that could be the answer, to show how one is written. */
export function exampleDate({ min, max }: Limits): string {
  const first = dayOfDate(min ?? max ?? '2027-03-02')
  const last = dayOfDate(max ?? min ?? '2027-03-02')
  return written(dateOfDay(Math.floor((first + last) / 2)))
}

const written = (day: string) => day.replaceAll('-0', '-')
