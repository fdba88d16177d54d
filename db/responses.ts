import type { Channel, Filled } from '../surveys/engine/answers.ts'
import { dayOf } from '../surveys/engine/shanghai.ts'
import {
  readToldResponses,
  responseFields,
  type StoredResponse,
  type ToldResponse,
  toResponse,
} from './response-rows.ts'
import { sealSoon } from './seal-soon.ts'
import type { Store } from './store.ts'

/** A checked response on its way to the database. */
export interface NewResponse {
  /** Made by the phone or minted into the form: the same id is the same submission, for ever. */
  id: string
  versionId: number
  mailboxNumber: number | null
  channel: Channel
  /** Who helped and where; only where a session vouches for it. */
  assistance?: object | undefined
  /** How long the page was open, where the phone said so. */
  seconds?: number | undefined
  submittedAt: number
  late: boolean
  filled: Filled
  /** Of the canonical content, to tell a repetition from other content under the same id. */
  sha256: string
  /** That hash under a key, as it is kept of a deleted response. */
  keyed(sha256: string): string
  locator: string
  /** What was sent, kept only if it conflicts with what is stored. */
  body(): string
}

/** The locator is that of what is stored under this id, whichever request stored it. */
export type Saved =
  | { outcome: 'stored' | 'already-stored' | 'conflict'; locator: string }
  | { outcome: 'locator-taken' }

/**
 * Stores a response once, however often it is sent. Resolves when it is on disk, or when another response turns
 * out to have its locator: then nothing is stored, and it may be sent again with another one.
 */
export async function saveResponse(store: Store, response: NewResponse): Promise<Saved> {
  const { id, submittedAt, filled, sha256, locator } = response
  const row = [
    ...[id, response.versionId, response.mailboxNumber, response.channel, submittedAt],
    ...[dayOf(submittedAt), response.late ? 1 : 0],
    ...[JSON.stringify(filled.answers), JSON.stringify(filled.others), sha256, locator],
    response.assistance ? JSON.stringify(response.assistance) : null,
    response.seconds ?? null,
  ]
  const allNew = await store.append(insert, row)
  sealSoon(store, response.versionId)
  return allNew ? { outcome: 'stored', locator } : compareWithStored(store, response)
}

/** What is known under an id: the content's hash and the receipt's locator, of a deleted response too. */
export async function findSaved(
  store: Store,
  id: string,
): Promise<{ sha256: string; locator: string; deleted: boolean } | undefined> {
  const { rows } = await store.read(known, [id, id])
  const row = rows[0]
  return (
    row && { sha256: String(row.sha256), locator: String(row.locator), deleted: row.deleted === 1 }
  )
}

/** All that is left of a response its resident deleted. */
export interface DeletedResponse {
  id: string
  deletedAt: number
}

/** What a receipt leads to: the response, or when it was deleted. */
export async function findResponse(
  store: Store,
  locator: string,
): Promise<StoredResponse | DeletedResponse | undefined> {
  // Both, always: how long it takes must not tell which codes were ever given out.
  const [{ rows }, gone] = await Promise.all([
    store.read(byLocator, [locator]),
    store.read('SELECT id, deleted_at FROM tombstones WHERE locator = ?', [locator]),
  ])
  if (rows[0]) return toResponse(rows[0])
  const [row] = gone.rows
  return row && { id: String(row.id), deletedAt: Number(row.deleted_at) }
}

/** One response of a version, also one that was excluded. */
export async function findBySeq(
  store: Store,
  versionId: number,
  seq: number,
): Promise<StoredResponse | undefined> {
  const { rows } = await store.read(bySeq, [versionId, seq])
  return rows[0] && toResponse(rows[0])
}

/**
 * All responses of a version that count, in the order they came, a batch at a time: so few that what was read of one
 * is gone before the collector of garbage looks at it twice.
 */
export async function* eachResponse(
  store: Store,
  versionId: number,
  batch = 300,
): AsyncGenerator<ToldResponse[]> {
  let from = 0
  for (;;) {
    const found = await readToldResponses(store, versionId, from, batch)
    const last = found.at(-1)
    if (!last) return
    yield found
    from = last.seq + 1
  }
}

const insert = `INSERT INTO responses
  (id, version_id, mailbox_number, channel, submitted_at, day, late, answers, others, sha256, locator,
    assistance, seconds)
  SELECT * FROM (VALUES ?)
  WHERE NOT EXISTS (SELECT 1 FROM tombstones WHERE id = column1)
  ON CONFLICT DO NOTHING`

const known = `SELECT sha256, locator, 0 AS deleted FROM responses WHERE id = ?
  UNION ALL SELECT sha256, locator, 1 AS deleted FROM tombstones WHERE id = ?`

const bySeq = `SELECT ${responseFields} FROM responses WHERE version_id = ? AND seq = ?`

const byLocator = `SELECT ${responseFields} FROM responses WHERE locator = ?`

async function compareWithStored(store: Store, response: NewResponse): Promise<Saved> {
  const { id, sha256 } = response
  const stored = await findSaved(store, id)
  if (!stored) return { outcome: 'locator-taken' }
  const { locator } = stored
  // A locator is drawn anew for each request: this one's own means that it was this one.
  if (!stored.deleted && locator === response.locator) return { outcome: 'stored', locator }
  const isSame = stored.sha256 === sha256 || stored.sha256 === response.keyed(sha256)
  if (isSame) return { outcome: 'already-stored', locator }
  // Of a deleted response nothing is kept, not even what conflicts with it.
  if (!stored.deleted) {
    await store.write([
      {
        sql: `INSERT INTO conflicts (id, sha256, received_at, body)
          SELECT id, ?, ?, ? FROM responses WHERE id = ? ON CONFLICT DO NOTHING`,
        args: [sha256, response.submittedAt, response.body(), id],
      },
    ])
  }
  return { outcome: 'conflict', locator }
}
