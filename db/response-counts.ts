import { type Channel, channels } from '../surveys/engine/answers.ts'
import type { Column } from '../surveys/engine/column.ts'
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

/** All responses of all consultations. */
export async function countResponses(store: Store): Promise<number> {
  const { rows } = await store.read('SELECT count(*) FROM responses')
  return Number(rows[0]?.[0])
}

// One counter for every day, channel and mailbox there can be: a million responses take milliseconds.
function counted(audience: Audience, { count, columns }: Columns): ResponseCount[] {
  const [days, mailboxes, codes] = ['@day', '@mailbox', '@channel'].map((key) => columns.get(key))
  if (!days || !mailboxes || !codes || count === 0) return []
  const [firstDay, lastDay] = rangeOf(days, count)
  const width = rangeOf(mailboxes, count)[1] + 1
  const counters = new Uint32Array((lastDay - firstDay + 1) * channels.length * width)
  for (let i = 0; i < count; i++) {
    const day = (days[i] ?? 0) - firstDay
    const at = (day * channels.length + (codes[i] ?? 0)) * width + (mailboxes[i] ?? 0)
    counters[at] = (counters[at] ?? 0) + 1
  }
  const found: ResponseCount[] = []
  counters.forEach((n, at) => {
    if (n === 0) return
    const mailbox = at % width
    const dayAndCode = Math.floor(at / width)
    found.push({
      audience,
      channel: channels[dayAndCode % channels.length] ?? 'link',
      mailboxNumber: mailbox === 0 ? null : mailbox,
      day: firstDay + Math.floor(dayAndCode / channels.length),
      count: n,
    })
  })
  return found
}

function rangeOf(column: Column, count: number): [least: number, most: number] {
  let least = column[0] ?? 0
  let most = least
  for (let i = 1; i < count; i++) {
    const value = column[i] ?? 0
    if (value < least) least = value
    if (value > most) most = value
  }
  return [least, most]
}
