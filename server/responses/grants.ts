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
