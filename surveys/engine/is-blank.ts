import type { Filled } from './answers.ts'
import type { Edition } from './definition.ts'
import { questionsOf } from './questions.ts'

/** Whether nothing was answered. What a guardian granted beforehand is no answer of the child's. */
export function isBlank(edition: Edition, { answers }: Filled): boolean {
  const questions = questionsOf(edition)
  return Object.keys(answers).every((id) => {
    const question = questions.get(id)
    return question?.kind === 'consent' && question.by === 'guardian'
  })
}
