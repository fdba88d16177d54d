import type { OpenConsultation } from '../../../db/consultations.ts'
import type { Store } from '../../../db/store.ts'
import type { Suggested } from '../../../db/suggestion-list.ts'
import { listTextLinks } from '../../../db/text-links.ts'
import { sameGroups } from '../../../surveys/engine/open-text/same-texts.ts'

/**
 * How many people made the same suggestion, themselves included, by the seq of their response: to the letter, or
 * put together by staff. Adults' and children's keep apart: their keys do.
 */
export async function sameCounts(
  store: Store,
  { id, editions }: Pick<OpenConsultation, 'id' | 'editions'>,
  all: readonly Pick<Suggested, 'seq' | 'sameKey'>[],
): Promise<Map<number, number>> {
  const found = await Promise.all(
    editions.map(({ audience, edition }) =>
      edition.suggestion === undefined
        ? []
        : listTextLinks(store, { consultationId: id, audience, question: edition.suggestion }),
    ),
  )
  const keyed = all.map(({ seq, sameKey }) => ({ seq, text: sameKey }))
  return new Map(
    sameGroups(keyed, found.flat()).flatMap((group) =>
      group.map(({ seq }) => [seq, group.length] as const),
    ),
  )
}
