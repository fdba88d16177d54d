import { versionColumns } from '../../db/columns.ts'
import type { OpenConsultation } from '../../db/consultations.ts'
import type { Store } from '../../db/store.ts'
import { extend } from '../desk/groups/derived-questions.ts'
import type { Results } from '../desk/results/results.ts'

export type Publishable = Pick<Results, 'audience' | 'edition' | 'version' | 'columns'>

/** The newest version of each edition with its answers, and with what staff found in the texts as questions of their own. */
export function publishableEditions(
  store: Store,
  consultation: OpenConsultation,
): Promise<Publishable[]> {
  return Promise.all(
    consultation.editions.map(async ({ audience, version, versionId, edition }) => {
      const columns = await versionColumns(store, versionId, edition)
      const of = { consultation, audience, edition, versionId, version, versions: version }
      return extend(store, { ...of, columns, neighbourhoods: [] })
    }),
  )
}
