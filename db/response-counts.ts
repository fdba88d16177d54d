import { type Channel, channels } from '../surveys/engine/answers.ts'
import type { Columns } from '../surveys/engine/columns.ts'
import type { Audience } from '../surveys/engine/definition.ts'
import { versionColumns } from './columns.ts'
import type { Store } from './store.ts'
import { frozenEdition, listVersions } from './versions.ts'

/** How many responses have all of this in common; sums over any of it are the overview's figures. */
export interface ResponseCount {
  audience: Audience
  channel: Channel
  /** Null where the response came without a mailbox. */
  mailboxNumber: number | null
  /** The date in Shanghai, in days since 1970. */
  day: number
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
    counts.push(...counted(version.audience, columns))
  }
  return counts
}

function counted(audience: Audience, { count, columns }: Columns): ResponseCount[] {
  const [days, mailboxes, codes] = ['@day', '@mailbox', '@channel'].map((key) => columns.get(key))
  if (!days || !mailboxes || !codes) return []
  const found = new Map<number, ResponseCount>()
  let lastKey = -1
  let last: ResponseCount | undefined
  for (let i = 0; i < count; i++) {
    const [day = 0, mailbox = 0, code = 0] = [days[i], mailboxes[i], codes[i]]
    // One number for all three: neighbours are often alike, and numbers are quick to compare.
    const key = (day * 16 + code) * 2 ** 20 + mailbox
    if (key !== lastKey || !last) {
      const channel = channels[code] ?? 'link'
      const mailboxNumber = mailbox === 0 ? null : mailbox
      last = found.get(key) ?? { audience, channel, mailboxNumber, day, count: 0 }
      found.set(key, last)
      lastKey = key
    }
    last.count++
  }
  return [...found.values()]
}
