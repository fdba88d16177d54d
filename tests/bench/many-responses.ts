import { randomUUID } from 'node:crypto'
import type { OpenConsultation } from '../../db/consultations.ts'
import type { Store } from '../../db/store.ts'
import { channels, type Filled } from '../../surveys/engine/answers.ts'
import type { Audience } from '../../surveys/engine/definition.ts'
import { dayOf } from '../../surveys/engine/shanghai.ts'

export interface Sample {
  audience: Audience
  mailboxNumber: number
  filled: Filled
}

const atOnce = 5_000

/** Adds rows, thousands at a time, until there are this many: the same rows that `submit` writes, without its work. */
export async function fillTo(
  store: Store,
  { editions, opensAt }: OpenConsultation,
  count: number,
  sample: (index: number) => Sample,
): Promise<void> {
  const there = Number((await store.read('SELECT count(*) FROM responses')).rows[0]?.[0])
  const versionOf = new Map(editions.map(({ audience, versionId }) => [audience, versionId]))
  for (let from = there; from < count; from += atOnce) {
    const rows = Array.from({ length: Math.min(atOnce, count - from) }, (_, i) => {
      const index = from + i
      const { audience, mailboxNumber, filled } = sample(index)
      const at = opensAt + Math.floor((index / count) * 14 * 86_400_000)
      const id = randomUUID()
      return [
        ...[id, versionOf.get(audience), mailboxNumber, channels[index % 7 === 0 ? 1 : 0], at],
        ...[dayOf(at), JSON.stringify(filled.answers), JSON.stringify(filled.others)],
        ...[id.replaceAll('-', '').repeat(2), index.toString(36).toUpperCase().padStart(7, '0')],
        index % 20 === 0 ? null : 30 + ((index * 7919) % 570),
      ]
    })
    await store.write([{ sql: insert, args: [JSON.stringify(rows)] }])
  }
}

const insert = `INSERT INTO responses
  (id, version_id, mailbox_number, channel, submitted_at, day, late, answers, others, sha256, locator, seconds)
  SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, 0,
    value ->> 6, value ->> 7, value ->> 8, value ->> 9, value ->> 10
  FROM json_each(?)`
