import { listReleasedTexts } from '../../db/released-texts.ts'
import { currentRelease, suggestionsBefore } from '../../db/releases.ts'
import type { Store } from '../../db/store.ts'
import { listSuggested, peopleBehind, type Suggested } from '../../db/suggestion-list.ts'
import { uses } from '../../web/desk/suggestions/suggested.ts'
import type { ReleasedSuggestion } from '../../web/public/released.ts'
import { publicLimits } from './public-limits.ts'
import { publicSnapshot } from './published.ts'

/**
 * The collective answer: what residents proposed, once each, in a wording that two people let out, with who
 * handles it and the reply. What is only somebody's own affair was passed on and is nobody else's.
 */
export async function publicSuggestions(
  store: Store,
  consultationId: string,
): Promise<ReleasedSuggestion[]> {
  const texts = await listReleasedTexts(store, consultationId)
  const only = texts.map(({ seq }) => seq)
  const found = await listSuggested(store, consultationId, { only, limit: only.length })
  const { people, all } = await peopleBehind(store, consultationId)
  const told = new Map<number, ReleasedSuggestion>()
  for (const one of found.toReversed()) {
    const { card, lead, seq, question, responseId } = one
    const wording = texts.find((text) => text.seq === seq && text.question === question)?.text
    const number = lead?.number ?? card?.number
    if (!card || !wording || number === undefined || card.outcome === 'routed') continue
    // The words of the one that leads go before those of others.
    if (told.has(number) && lead) continue
    told.set(number, {
      ...{ number, wording, category: card.category, unit: card.unit ?? '' },
      ...{ people: people.get(lead?.responseId ?? responseId) ?? null, reply: one.reply ?? '' },
      ...{ outcome: card.outcome, adoptedAs: useOf(card) },
    })
  }
  const before = (await suggestionsBefore(store, consultationId)).map(
    (text): ReleasedSuggestion[] => JSON.parse(text),
  )
  return protectPeople([...told.values()], all, before, publicLimits.k)
}

/**
 * Tells how many made a suggestion only where they are enough, where the others who made any are none or
 * enough, and where no two releases differ by a few: then the number stays as it was told last.
 */
export function protectPeople(
  suggestions: readonly ReleasedSuggestion[],
  all: number,
  before: readonly (readonly ReleasedSuggestion[])[],
  k: number,
): ReleasedSuggestion[] {
  const fewOrNone = (n: number) => Math.abs(n) > 0 && Math.abs(n) < k
  const counted = suggestions.map((one) => {
    const earlier = before.flatMap((release) =>
      release.flatMap(({ number, people }) =>
        number === one.number && people !== null ? [people] : [],
      ),
    )
    const now = one.people ?? 0
    const isNear = earlier.some((n) => fewOrNone(now - n))
    return { ...one, people: isNear ? (earlier.at(-1) ?? null) : now < k ? null : now }
  })
  let rest = all - counted.reduce((sum, { people }) => sum + (people ?? 0), 0)
  const fewest = [...counted].sort((a, b) => (a.people ?? 0) - (b.people ?? 0))
  for (const one of fewest) {
    if (!fewOrNone(rest) && rest >= 0) break
    rest += one.people ?? 0
    one.people = null
  }
  return counted
}

/** What the page tells of suggestions now, without wordings taken back since: the reply by the number of the card. */
export async function publicReplies(
  store: Store,
  consultationId: string,
): Promise<Map<number, string>> {
  const release = await currentRelease(store, consultationId)
  const suggestions = release ? ((await publicSnapshot(store, release)).suggestions ?? []) : []
  return new Map(suggestions.map(({ number, reply }) => [number, reply]))
}

function useOf({ adoptedAs }: NonNullable<Suggested['card']>): ReleasedSuggestion['adoptedAs'] {
  const [found] = Object.keys(uses).filter((use) => use === adoptedAs)
  return (found as ReleasedSuggestion['adoptedAs']) ?? null
}
