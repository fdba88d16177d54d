import type { Audience } from '../surveys/engine/definition.ts'
import { keptOrigins } from '../surveys/engine/kept-counts.ts'
import { type Origin, originAt } from '../surveys/engine/origins.ts'
import { versionColumns } from './columns.ts'
import type { Store } from './store.ts'
import { frozenEdition, listVersions } from './versions.ts'

/** How many responses have all of this in common; sums over any of it are the overview's figures. */
export interface ResponseCount extends Omit<Origin, 'mailboxNumber'> {
  audience: Audience
  /** Null where the response came without a mailbox. */
  mailboxNumber: number | null
  count: number
}

/** Counts over all versions of a consultation, in no particular order; of each version apart. */
export async function responseCounts(
  store: Store,
  consultationId: string,
): Promise<ResponseCount[]> {
  const counts: ResponseCount[] = []
  for (const version of await listVersions(store, consultationId)) {
    const edition = await frozenEdition(store, version)
    const columns = await versionColumns(store, version.id, edition)
    for (const [code, count] of keptOrigins(columns)) {
      const { mailboxNumber, ...origin } = originAt(code)
      counts.push({
        ...{ audience: version.audience, ...origin, count },
        mailboxNumber: mailboxNumber === 0 ? null : mailboxNumber,
      })
    }
  }
  return counts
}

/** All responses of all consultations. */
export async function countResponses(store: Store): Promise<number> {
  const { rows } = await store.read('SELECT count(*) FROM responses')
  return Number(rows[0]?.[0])
}
