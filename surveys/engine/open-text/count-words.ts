import type { Lexicon } from '../../lexicon/lexicon.ts'
import { segment } from './segment.ts'

/** A word, or two that stand beside each other, and how many people used it. */
export interface WordCount {
  word: string
  people: number
}

/** Most used first; phrases are two words beside each other. */
export interface WordCounts {
  words: WordCount[]
  phrases: WordCount[]
}

/**
 * The words and pairs of words that at least `k` people used, each person once however often, most first. One
 * text is one person. Single characters, numbers and stop words are not counted.
 */
export function countWords(texts: readonly string[], lexicon: Lexicon, k: number): WordCounts {
  const words = new Map<string, number>()
  const phrases = new Map<string, number>()
  for (const text of texts) {
    const parts = segment(text, lexicon.words)
    const telling = parts.map((part) => (part !== null && tells(part, lexicon) ? part : null))
    add(words, new Set(telling.filter((part) => part !== null)))
    add(phrases, new Set(pairsIn(telling)))
  }
  return { words: atLeast(words, k), phrases: atLeast(phrases, k) }
}

/** Whether a text uses this word, or these two beside each other, as `countWords` counts them. */
export function usesWord(text: string, word: string, lexicon: Lexicon): boolean {
  const parts = segment(text, lexicon.words)
  if (!word.includes(between)) return parts.includes(word)
  return pairsIn(parts).includes(word)
}

const between = ' '

function pairsIn(parts: readonly (string | null)[]): string[] {
  const pairs: string[] = []
  for (let at = 1; at < parts.length; at++) {
    const [one, other] = [parts[at - 1] ?? null, parts[at] ?? null]
    if (one !== null && other !== null) pairs.push(one + between + other)
  }
  return pairs
}

const tells = (word: string, { stops }: Lexicon) =>
  word.length > 1 && !stops.has(word) && !/^[\p{N}\p{P}\p{S}]+$/u.test(word)

function add(counts: Map<string, number>, found: ReadonlySet<string>): void {
  for (const one of found) counts.set(one, (counts.get(one) ?? 0) + 1)
}

function atLeast(counts: ReadonlyMap<string, number>, k: number): WordCount[] {
  return [...counts]
    .filter(([, people]) => people >= k)
    .map(([word, people]) => ({ word, people }))
    .sort((a, b) => b.people - a.people || (a.word < b.word ? -1 : 1))
}
