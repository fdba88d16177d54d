import { announce, byId, make, mark } from '../dom.ts'
import { fetchLettersScript } from '../fetch-script.ts'
import type { Letter } from './letter.ts'

/** All letters of this phone, how each fares, and what can be done with them. */
export interface Letters {
  list: Letter[]
  underway: Set<string>
  /** Whether a letter will outlive this page. */
  outlives(id: string): boolean
  sendAll(): void
  takeBack(id: string): void
}

/**
 * Hands the letters to the script that shows them with all that can be done. Until that is there, and where
 * it does not come through, the page says the most important of it in one sentence.
 */
export function showLetters(letters: Letters) {
  if (announce('letters', letters)) return
  if (letters.list.length > 0) fetchLettersScript()
  byId('outbox')?.remove()
  const letter = letters.list.find(({ receipt }) => !receipt)
  if (!letter) return
  const { id, refused, words } = letter
  const why = letters.outlives(id) ? words.waiting : words.memory
  const line = make('p', 'told', refused ? words.refused.other : why)
  byId('main')?.prepend(mark(line, { id: 'outbox', role: 'status' }))
}
