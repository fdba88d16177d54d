import type { OpenConsultation } from '../../db/consultations.ts'
import type { ReleasedText } from '../../db/released-texts.ts'
import type { Audience } from '../../surveys/engine/definition.ts'
import { questionsOf } from '../../surveys/engine/questions.ts'
import type { Released, ReleasedQuestion } from '../../web/public/released.ts'
import { publicLimits } from './public-limits.ts'

const mostQuotes = 12

/** What people wrote that may be read by all, where enough wrote that nobody is known by having written. */
export function quotesOf(
  { table: { id, body } }: ReleasedQuestion,
  texts: readonly ReleasedText[],
  { editions }: OpenConsultation,
  audience: Audience,
): string[] {
  // Their guardians were promised that no child's own words are made public.
  if (audience === 'child') return []
  if (body.shape !== 'texts' || (body.answered ?? 0) < publicLimits.k) return []
  // A text says which question it answers, not in which edition.
  const asking = editions.filter(({ edition }) => questionsOf(edition).has(id))
  if (asking.length > 1) return []
  const quotes = texts.filter(({ question }) => question === id).map(({ text }) => text)
  return [...new Set(quotes)].slice(-mostQuotes)
}

/** The same release without words that were taken back or whose response was deleted since. */
export function withoutLostQuotes(released: Released, texts: readonly ReleasedText[]): Released {
  const standing = new Set(texts.map(({ text }) => text))
  return {
    ...released,
    suggestions: released.suggestions?.filter(({ wording }) => standing.has(wording)) ?? [],
    editions: released.editions.map((edition) => ({
      ...edition,
      questions: edition.questions.map(({ quotes, ...question }) => {
        const left = quotes?.filter((quote) => standing.has(quote)) ?? []
        return left.length > 0 ? { ...question, quotes: left } : question
      }),
    })),
  }
}
