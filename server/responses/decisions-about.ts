import { type Decision, listPublicDecisions } from '../../db/decisions.ts'
import type { Store } from '../../db/store.ts'
import type { Finding } from '../../web/public/decided.ts'
import type { Letter } from './letter.ts'

/** The published decisions that rest on a question this response answered. */
export async function decisionsAbout(
  store: Store,
  { consultation, edition, response }: Pick<Letter, 'consultation' | 'edition' | 'response'>,
): Promise<Decision[]> {
  const answered = new Set(Object.keys(response.filled.answers))
  const all = await listPublicDecisions(store, consultation.id)
  return all.filter(({ findings }) => {
    const cited: Finding[] = JSON.parse(findings)
    return cited.some(
      ({ audience, table }) => audience === edition.audience && answered.has(table.id),
    )
  })
}
