import type { Store } from '../../../db/store.ts'
import { listSuggested } from '../../../db/suggestion-list.ts'
import { type Link, sameGroups } from '../../../surveys/engine/open-text/same-texts.ts'
import type { TextsAsked } from './open-texts.ts'

/** An answer that some would read no more. */
export interface LostAnswer {
  /** Of the card that was answered. */
  number: number
  people: number
}

export type Pair = Pick<Link, 'a' | 'b'>

/** Who would lose an answer that was already given, if two texts were taken apart: they read it through the other. */
export async function lostByParting(
  store: Store,
  { of, results }: Pick<TextsAsked, 'of' | 'results'>,
  texts: readonly { seq: number; text: string }[],
  links: readonly Link[],
): Promise<(pair: Pair) => LostAnswer | undefined> {
  if (results.edition.suggestion !== of.question) return () => undefined
  const linked = new Set(links.flatMap(({ a, b, same }) => (same ? [a, b] : [])))
  const together = sameGroups(texts, links)
    .filter((group) => group.some(({ seq }) => linked.has(seq)))
    .flat()
  const only = together.map(({ seq }) => seq)
  const found = await listSuggested(store, of.consultationId, { only, limit: only.length })
  const answered = found.filter(({ reply }) => reply !== null)
  const own = new Set(answered.flatMap(({ seq, lead }) => (lead ? [] : [seq])))
  return ({ a, b }) => {
    const left = links.filter((link) => link.a !== a || link.b !== b)
    const partOf = new Map(
      sameGroups(together, left).flatMap((group) => group.map(({ seq }) => [seq, group] as const)),
    )
    const lost = answered.filter(({ seq, lead }) => {
      const part = partOf.get(seq) ?? []
      // Another answer in its own part holds for it from then on.
      return lead && !part.some((one) => one.seq === lead.seq || own.has(one.seq))
    })
    const [first] = lost
    return first?.lead && { number: first.lead.number, people: lost.length }
  }
}
