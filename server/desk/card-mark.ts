import { createHash } from 'node:crypto'
import type { CardWords } from '../../db/suggestion-cards.ts'

/** What a form carries to tell which words of a card it began with; empty where there was no card yet. */
export function cardMark(card: CardWords | undefined): string {
  if (!card) return ''
  const { subject, matter, proposal, place, category, note } = card
  const words = JSON.stringify([subject, matter, proposal, place, category, note])
  return createHash('sha256').update(words).digest('hex').slice(0, 32)
}
