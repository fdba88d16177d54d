import type { Edition, Question } from '../../../surveys/engine/definition.ts'
import { questionsOf } from '../../../surveys/engine/questions.ts'
import { textIn } from '../../../surveys/engine/text.ts'

/** What people are usually told apart by in a report. */
export type Standard = 'age' | 'tenure'

const words: Record<Standard, RegExp> = {
  age: /年龄|几岁|多大/,
  // Owner or tenant: a questionnaire asks for the home, or for the person.
  tenure: /住的房子|房子是|居住身份|业主|租户|产权/,
}

/** The questions by which an edition can be told apart, found by what they ask; only where one answer is given. */
export function standardGroupings(edition: Edition): { is: Standard; question: Question }[] {
  const questions = [...questionsOf(edition).values()].filter(({ kind }) => kind === 'single')
  return (['age', 'tenure'] as const).flatMap((is) => {
    const question = questions.find(({ title }) => words[is].test(textIn(title, 'zh-CN')))
    return question ? [{ is, question }] : []
  })
}

/** The same, of a question that is known by its title only. */
export const standardOf = (title: string): Standard | undefined =>
  (['age', 'tenure'] as const).find((is) => words[is].test(title))
