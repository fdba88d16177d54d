import type { Answer } from '../../surveys/engine/answers.ts'
import type { Edition } from '../../surveys/engine/definition.ts'
import { guardianConsents } from '../../surveys/engine/guardian-consents.ts'

/** What a guardian said yes to, as answers to begin the child's sheet with. Nothing else can be filled in by an address. */
export function grantedAnswers(
  edition: Edition,
  granted: readonly string[] = [],
): Record<string, string> {
  const asked = guardianConsents(edition).filter(({ id }) => granted.includes(id))
  return Object.fromEntries(asked.map(({ id }) => [id, 'yes']))
}

/** The consents of a guardian among these answers. */
export function grantsAmong(edition: Edition, answers: Readonly<Record<string, Answer>>): string[] {
  return guardianConsents(edition)
    .map(({ id }) => id)
    .filter((id) => Object.hasOwn(answers, id) && answers[id] === 'yes')
}

/** The same answers without them: they have to be given anew. */
export function withoutGrants(
  edition: Edition,
  answers: Readonly<Record<string, Answer>>,
): Record<string, Answer> {
  const granted = grantsAmong(edition, answers)
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !granted.includes(id)))
}
