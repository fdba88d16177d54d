import type { Filled } from '../../surveys/engine/answers.ts'
import type { Problem } from '../../surveys/engine/check.ts'
import type { QuestionOf } from '../../surveys/engine/definition.ts'
import { questionsOf } from '../../surveys/engine/questions.ts'
import { textIn } from '../../surveys/engine/text.ts'
import { words } from '../words/words.ts'
import { dateLimits, exampleDate } from './kinds/date-limits.ts'
import type { Sheet } from './sheet.ts'

/** What is wrong with an answer, in a few words. */
export function problemText({ edition, locale, filled }: Sheet, problem: Problem): string {
  const { kinds, problems, form } = words(locale)
  const question = questionsOf(edition).get(problem.question)
  if (question?.kind === 'photo') return kinds.photoRefused
  const text = problems.kinds[problem.kind](problem.limit)
  const row = question?.kind === 'budget' ? wrongRow(question, filled) : undefined
  if (row) return problems.inRow(textIn(row.label, locale), text)
  if (question?.kind !== 'date') return text
  const days = [form.dateRange(...dateLimits(question)), form.dateExample(exampleDate(question))]
  return [text, ...days].filter(Boolean).join(problems.between)
}

/** Which field a problem is about, where a question has several. */
export function problemField({ edition, filled }: Sheet, { question: id }: Problem): string {
  const question = questionsOf(edition).get(id)
  const row = question?.kind === 'budget' ? wrongRow(question, filled) : undefined
  return row ? `${id}.${row.id}` : id
}

/** The row of a budget that is no number of stickers, if one is. */
function wrongRow({ id, options }: QuestionOf<'budget'>, { answers }: Filled) {
  const given: unknown = Object.hasOwn(answers, id) ? answers[id] : undefined
  const written = typeof given === 'object' && given !== null ? Object.entries(given) : []
  const isWrong = ([, text]: [string, unknown]) =>
    !/^\+?\d+$/.test(String(text).normalize('NFKC').trim())
  const wrong = written.filter(isWrong).map(([option]) => option)
  return options.find((option) => wrong.includes(option.id))
}
