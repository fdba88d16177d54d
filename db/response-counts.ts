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

/** Counts over all versions of a consultation, in no particular order. */
export async function responseCounts(
  store: Store,
  consultationId: string,
): Promise<ResponseCount[]> {
  const counts = new Map<string, ResponseCount>()
  for (const version of await listVersions(store, consultationId)) {
    const edition = await frozenEdition(store, version)
    const columns = await versionColumns(store, version.id, edition)
    countInto(counts, version.audience, columns)
  }
  return [...counts.values()]
}

function countInto(
  counts: Map<string, ResponseCount>,
  audience: Audience,
  { count, columns }: Columns,
) {
  const [days, mailboxes, codes] = ['@day', '@mailbox', '@channel'].map((key) => columns.get(key))
  if (!days || !mailboxes || !codes) return
  let last: ResponseCount | undefined
  let lastKey = ''
  for (let i = 0; i < count; i++) {
    const [day = 0, mailbox = 0, code = 0] = [days[i], mailboxes[i], codes[i]]
    const key = `${audience} ${code} ${mailbox} ${day}`
    if (key !== lastKey || !last) {
      const channel = channels[code] ?? 'link'
      const mailboxNumber = mailbox === 0 ? null : mailbox
      last = counts.get(key) ?? { audience, channel, mailboxNumber, day, count: 0 }
      counts.set(key, last)
      lastKey = key
    }
    last.count++
  }
}
