import type { Filled } from '../../../surveys/engine/answers.ts'
import type { Edition, Option, Question } from '../../../surveys/engine/definition.ts'
import { journey } from '../../../surveys/engine/visibility.ts'

/** The options that can be picked now, in definition order; none where the question is not shown. */
export function offeredOptions(
  question: Question,
  edition: Edition,
  filled: Filled,
): readonly Option[] {
  return journey(edition, filled).find((step) => step.question.id === question.id)?.options ?? []
}
