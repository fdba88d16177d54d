import { stopWords } from './stops.ts'
import { lexiconWords } from './words.ts'

/** Which words are kept in one piece, and which are left out of counts. */
export interface Lexicon {
  words: ReadonlySet<string>
  stops: ReadonlySet<string>
}

export interface LexiconChange {
  list: keyof Lexicon
  word: string
  /** Added here, or taken out of the shipped list. */
  present: boolean
}

/** The shipped lists with what was changed at the desk. */
export function lexiconOf(changes: readonly LexiconChange[]): Lexicon {
  const lists = { words: new Set(lexiconWords), stops: new Set(stopWords) }
  for (const { list, word, present } of changes) {
    if (present) lists[list].add(word)
    else lists[list].delete(word)
  }
  return lists
}
