import { createClient } from '@libsql/client'
import type { Site } from './site.ts'

export interface StoredRow {
  id: string
  answers: unknown
  others: unknown
  channel: string
  mailbox: string | null
}

/** What really lies in the database, oldest first. */
export async function storedResponses(site: Site): Promise<StoredRow[]> {
  const client = createClient({ url: `file:${site.database}` })
  const { rows } = await client.execute(`SELECT r.id, r.answers, r.others, r.channel, m.code
    FROM responses r LEFT JOIN mailboxes m ON m.number = r.mailbox_number ORDER BY r.seq`)
  client.close()
  return rows.map(({ id, answers, others, channel, code }) => ({
    id: String(id),
    answers: JSON.parse(String(answers)),
    others: JSON.parse(String(others)),
    channel: String(channel),
    mailbox: code === null || code === undefined ? null : String(code),
  }))
}

/** What is kept about each response beside its answers, oldest first. */
export async function storedManners(
  site: Site,
): Promise<{ seconds: number; assistance: Record<string, unknown> | null }[]> {
  const client = createClient({ url: `file:${site.database}` })
  const { rows } = await client.execute('SELECT seconds, assistance FROM responses ORDER BY seq')
  client.close()
  return rows.map(({ seconds, assistance }) => ({
    seconds: Number(seconds),
    assistance: JSON.parse(String(assistance)),
  }))
}
