import type { Answer, Filled } from './answers.ts'
import type { Edition, Question } from './definition.ts'
import { walk } from './visibility.ts'

/**
 * The walk of `journey` over answers as `checkAnswers` kept them, which need not be read again: what was shown,
 * by question id, undefined where it was skipped.
 */
export function shownAnswers(
  edition: Edition,
  kept: Filled['answers'],
): Map<string, Answer | undefined> {
  const shown = new Map<string, Answer | undefined>()
  const visit = ({ id }: Question) => {
    const answer = Object.hasOwn(kept, id) ? kept[id] : undefined
    if (answer === undefined) shown.set(id, answer)
    return answer
  }
  walk(edition, visit, shown)
  return shown
}
