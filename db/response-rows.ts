import type { Row } from '@libsql/client'
import type { Channel, Filled } from '../surveys/engine/answers.ts'
import type { ColumnRow } from '../surveys/engine/columns.ts'
import type { Store } from './store.ts'

/** One person’s answers with all that is kept beside them. */
export interface StoredResponse {
  seq: number
  id: string
  versionId: number
  mailboxNumber: number | null
  channel: Channel
  submittedAt: number
  /** The date in Shanghai, in days since 1970. */
  day: number
  late: boolean
  filled: Filled
  sha256: string
  locator: string
  /** How often it was corrected. */
  revision: number
  /** Who helped and where, and that it was agreed to, as it was kept; null where nobody helped. */
  assistance: Record<string, string | true> | null
}

/** As much of a response as files tell: nothing that leads back to a receipt, and no time of day. */
export type ToldResponse = Pick<
  StoredResponse,
  'seq' | 'mailboxNumber' | 'channel' | 'day' | 'late' | 'filled' | 'assistance'
>

/**
 * Responses of a version that count, from this seq on, in order. They come as one JSON text, put together from what is
 * stored as JSON: taken apart column by column, a hundred thousand rows would cost more than all that is done with them.
 */
export async function readToldResponses(
  store: Store,
  versionId: number,
  from: number,
  limit: number,
): Promise<ToldResponse[]> {
  const { rows } = await store.read(told, [versionId, from, Number.MAX_SAFE_INTEGER, limit])
  const found: ToldRow[] = JSON.parse(`[${rows[0]?.found ?? ''}]`)
  return found.map(([seq, mailboxNumber, channel, day, late, answers, others, assistance]) => ({
    seq,
    mailboxNumber,
    channel,
    day,
    late: late === 1,
    filled: { answers, others },
    assistance,
  }))
}

type ToldRow = [
  seq: number,
  mailboxNumber: number | null,
  channel: Channel,
  day: number,
  late: number,
  answers: Filled['answers'],
  others: Filled['others'],
  assistance: Record<string, string> | null,
]

/** Responses of a version that count, with `from` ≤ seq ≤ `to`, with only what columns are made of. */
export async function readColumnRows(
  store: Store,
  versionId: number,
  { from, to, limit }: { from: number; to: number; limit: number },
): Promise<(ColumnRow & { revision: number })[]> {
  const { rows } = await store.read(inRange(columnFields), [versionId, from, to, limit])
  return rows.map((row) => ({
    seq: Number(row.seq),
    day: Number(row.day),
    mailboxNumber: Number(row.mailbox_number ?? 0),
    channel: String(row.channel) as Channel,
    answers: JSON.parse(String(row.answers)),
    revision: Number(row.revision),
  }))
}

/** The columns `toResponse` reads. */
export const responseFields =
  'seq, id, version_id, mailbox_number, channel, submitted_at, day, late, answers, others, sha256, locator, revision, assistance'

const columnFields = 'seq, mailbox_number, channel, day, answers, revision'

const inRange = (fields: string) => `SELECT ${fields} FROM responses
  WHERE version_id = ? AND seq BETWEEN ? AND ? AND excluded = 0 ORDER BY seq LIMIT ?`

const told = `SELECT group_concat('[' || seq || ',' || coalesce(mailbox_number, 'null') || ',"' || channel || '",'
    || day || ',' || late || ',' || answers || ',' || others || ',' || coalesce(assistance, 'null') || ']') AS found
  FROM (${inRange('seq, mailbox_number, channel, day, late, answers, others, assistance')})`

// Only checked answers are ever written, so the stored JSON is not checked again row by row.
export function toResponse(row: Row): StoredResponse {
  return {
    seq: Number(row.seq),
    id: String(row.id),
    versionId: Number(row.version_id),
    mailboxNumber: row.mailbox_number === null ? null : Number(row.mailbox_number),
    channel: String(row.channel) as Channel,
    submittedAt: Number(row.submitted_at),
    day: Number(row.day),
    late: row.late === 1,
    filled: { answers: JSON.parse(String(row.answers)), others: JSON.parse(String(row.others)) },
    sha256: String(row.sha256),
    locator: String(row.locator),
    revision: Number(row.revision),
    assistance: typeof row.assistance === 'string' ? JSON.parse(row.assistance) : null,
  }
}
