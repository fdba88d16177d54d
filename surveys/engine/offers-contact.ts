import type { Filled } from './answers.ts'
import type { Edition } from './definition.ts'
import { picked } from './picked.ts'

/** Whether somebody who answered so is asked, afterwards and apart, how to be reached. */
export function offersContact({ contact }: Edition, { answers }: Filled): boolean {
  if (!contact) return false
  const picks = picked(answers[contact.after.question])
  return contact.after.isAnyOf.some((option) => picks.includes(option))
}
