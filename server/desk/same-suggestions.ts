import type { OpenConsultation } from '../../db/consultations.ts'
import type { Store } from '../../db/store.ts'
import type { Suggested } from '../../db/suggestion-cards.ts'
import { listTextLinks } from '../../db/text-links.ts'
import { sameGroups } from '../../surveys/engine/open-text/same-texts.ts'

/** How many people made the same suggestion, themselves included, by the seq of their response: to the letter, or put together by staff. */
export async function sameCounts(
  store: Store,
  { id, editions }: Pick<OpenConsultation, 'id' | 'editions'>,
  all: readonly Suggested[],
): Promise<Map<number, number>> {
  const counts = new Map<number, number>()
  for (const { audience, edition } of editions) {
    const question = edition.suggestion
    if (question === undefined) continue
    const links = await listTextLinks(store, { consultationId: id, audience, question })
    const asked = all.filter((one) => one.question === question)
    for (const group of sameGroups(asked, links))
      for (const { seq } of group) counts.set(seq, group.length)
  }
  return counts
}
