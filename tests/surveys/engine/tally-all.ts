import type { Columns } from '../../../surveys/engine/columns.ts'
import type { Edition } from '../../../surveys/engine/definition.ts'
import type { Selected } from '../../../surveys/engine/histogram.ts'
import { questionsOf } from '../../../surveys/engine/questions.ts'
import { type QuestionTally, tally } from '../../../surveys/engine/tally.ts'

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
