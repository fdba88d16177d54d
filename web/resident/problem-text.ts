import type { Problem } from '../../surveys/engine/check.ts'
import { questionsOf } from '../../surveys/engine/questions.ts'
import { words } from '../words/words.ts'
import { dateLimits, exampleDate } from './kinds/date-limits.ts'
import type { Sheet } from './sheet.ts'

/** What is wrong with an answer, in a few words. */
export function problemText({ edition, locale }: Sheet, problem: Problem): string {
  const { kinds, problems, form } = words(locale)
  const question = questionsOf(edition).get(problem.question)
  if (question?.kind === 'photo') return kinds.photoRefused
  const text = problems.kinds[problem.kind](problem.limit)
  if (question?.kind !== 'date') return text
  const days = [form.dateRange(...dateLimits(question)), form.dateExample(exampleDate(question))]
  return [text, ...days].filter(Boolean).join(problems.between)
}
