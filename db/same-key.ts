import { createHash } from 'node:crypto'
import type { Audience } from '../surveys/engine/definition.ts'
import { bare } from '../surveys/engine/open-text/same-texts.ts'

/** One for all answers to a question of an edition that are alike to the letter; what they say cannot be read from it. */
export function sameKey(audience: Audience, question: string, text: string): string {
  const said = `${audience}/${question}/${bare(text)}`
  return createHash('sha256').update(said).digest('hex').slice(0, 32)
}
