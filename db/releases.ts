import { randomUUID } from 'node:crypto'
import { type By, writeAudited } from './audit.ts'
import type { Store } from './store.ts'

/** A release without its numbers: who did what with it when, in milliseconds. */
export interface ReleaseFacts {
  id: string
  consultationId: string
  /** Counts drafts too, from 1. */
  number: number
  state: 'draft' | 'published' | 'withdrawn' | 'discarded'
  /** What the committee says with it, in its own words. */
  note: string
  draftedAt: number
  draftedBy: string
  publishedAt: number | null
  publishedBy: string | null
  endedAt: number | null
  endedWhy: string | null
}

/** A release with what it tells, as JSON. */
export interface Release extends ReleaseFacts {
  snapshot: string
}

/** Keeps a draft. `snapshot` is for the public, `counted` the true numbers behind it. Says which it is. */
export async function draftRelease(
  store: Store,
  draft: { consultationId: string; note: string; snapshot: string; counted: string },
  { at, actor }: By,
): Promise<{ id: string; number: number }> {
  const id = randomUUID()
  const { consultationId, note, snapshot, counted } = draft
  await writeAudited(
    store,
    { at, actor, action: 'draft release', object: `${consultationId}/${id}` },
    [
      {
        sql: `INSERT INTO releases
        (id, consultation_id, number, state, note, snapshot, counted, drafted_at, drafted_by)
        SELECT ?, ?, 1 + coalesce(max(number), 0), 'draft', ?, ?, ?, ?, ?
        FROM releases WHERE consultation_id = ?`,
        args: [id, consultationId, note, snapshot, counted, at, actor, consultationId],
      },
    ],
  )
  const { rows } = await store.read('SELECT number FROM releases WHERE id = ?', [id])
  return { id, number: Number(rows[0]?.number) }
}

/**
 * Publishes a draft, if somebody else drafted it and nothing was published since: its numbers were protected
 * against the releases there were. False otherwise.
 */
export async function publishRelease(
  store: Store,
  id: string,
  { at, actor }: By,
): Promise<boolean> {
  const [changed] = await writeAudited(
    store,
    { at, actor, action: 'publish release', object: id },
    [
      {
        sql: `UPDATE releases SET state = 'published', published_at = ?, published_by = ?
        WHERE id = ? AND state = 'draft' AND drafted_by <> ? AND NOT EXISTS (
          SELECT 1 FROM releases other WHERE other.consultation_id = releases.consultation_id
          AND other.published_at >= releases.drafted_at)`,
        args: [at, actor, id, actor],
      },
    ],
  )
  return changed?.rowsAffected === 1
}

/** Takes a published release off the public pages, or throws a draft away; what it told is not forgotten. */
export async function endRelease(
  store: Store,
  id: string,
  why: string,
  { at, actor }: By,
): Promise<boolean> {
  const [changed] = await writeAudited(store, { at, actor, action: 'end release', object: id }, [
    {
      sql: `UPDATE releases SET ended_at = ?, ended_by = ?, ended_why = ?,
        state = CASE state WHEN 'draft' THEN 'discarded' ELSE 'withdrawn' END
        WHERE id = ? AND state IN ('draft', 'published')`,
      args: [at, actor, why, id],
    },
  ])
  return changed?.rowsAffected === 1
}

/** All releases and drafts of a consultation, newest first, without their numbers. */
export async function listReleases(store: Store, consultationId: string): Promise<ReleaseFacts[]> {
  const { rows } = await store.read(
    `SELECT ${facts} FROM releases WHERE consultation_id = ? ORDER BY number DESC`,
    [consultationId],
  )
  return rows.map(toFacts)
}

/** How many drafts of each consultation wait for a second person, those that can still be published. */
export async function waitingReleases(store: Store): Promise<Map<string, number>> {
  const { rows } = await store.read(
    `SELECT consultation_id, count(*) AS drafts FROM releases draft WHERE state = 'draft'
      AND NOT EXISTS (SELECT 1 FROM releases other
        WHERE other.consultation_id = draft.consultation_id
        AND other.published_at >= draft.drafted_at)
      GROUP BY consultation_id`,
  )
  return new Map(rows.map((row) => [String(row.consultation_id), Number(row.drafts)]))
}

/** The release or draft that this consultation counts as its nth. */
export async function findNumbered(
  store: Store,
  consultationId: string,
  number: number,
): Promise<Release | undefined> {
  const { rows } = await store.read(
    `SELECT ${facts}, snapshot FROM releases WHERE consultation_id = ? AND number = ?`,
    [consultationId, number],
  )
  return rows[0] && { ...toFacts(rows[0]), snapshot: String(rows[0].snapshot) }
}

/** When results of each consultation were last published, those that stand. */
export async function listPublished(
  store: Store,
): Promise<{ consultationId: string; publishedAt: number }[]> {
  const { rows } = await store.read(
    `SELECT consultation_id, max(published_at) AS published_at FROM releases
      WHERE state = 'published' GROUP BY consultation_id ORDER BY published_at DESC`,
  )
  return rows.map((row) => ({
    consultationId: String(row.consultation_id),
    publishedAt: Number(row.published_at),
  }))
}

/** What the public reads: the newest release that stands. */
export async function currentRelease(
  store: Store,
  consultationId: string,
): Promise<Release | undefined> {
  const { rows } = await store.read(
    `SELECT ${facts}, snapshot FROM releases WHERE consultation_id = ? AND state = 'published'
      ORDER BY published_at DESC, number DESC LIMIT 1`,
    [consultationId],
  )
  return rows[0] && { ...toFacts(rows[0]), snapshot: String(rows[0].snapshot) }
}

/**
 * The true numbers behind everything that was ever published, oldest first, as JSON. A release that was
 * withdrawn was read all the same.
 */
export async function countedBefore(store: Store, consultationId: string): Promise<string[]> {
  const { rows } = await store.read(
    `SELECT counted FROM releases WHERE consultation_id = ? AND published_at IS NOT NULL
      ORDER BY published_at, number`,
    [consultationId],
  )
  return rows.map((row) => String(row.counted))
}

/** The release that was published before this one and still stands. */
export async function earlierRelease(
  store: Store,
  { consultationId, number, publishedAt }: ReleaseFacts,
): Promise<Release | undefined> {
  const { rows } = await store.read(
    `SELECT ${facts}, snapshot FROM releases WHERE consultation_id = ? AND state = 'published'
      AND (published_at < ? OR published_at = ? AND number < ?)
      ORDER BY published_at DESC, number DESC LIMIT 1`,
    [consultationId, publishedAt, publishedAt, number],
  )
  return rows[0] && { ...toFacts(rows[0]), snapshot: String(rows[0].snapshot) }
}

/** What was ever published of suggestions, oldest first, as JSON. */
export async function suggestionsBefore(store: Store, consultationId: string): Promise<string[]> {
  const { rows } = await store.read(
    `SELECT snapshot -> '$.suggestions' AS told FROM releases
      WHERE consultation_id = ? AND published_at IS NOT NULL AND told IS NOT NULL
      ORDER BY published_at, number`,
    [consultationId],
  )
  return rows.map((row) => String(row.told))
}

const facts = `id, consultation_id, number, state, note, drafted_at, drafted_by, published_at,
  published_by, ended_at, ended_why`

const toFacts = (row: Record<string, unknown>): ReleaseFacts => ({
  id: String(row.id),
  consultationId: String(row.consultation_id),
  number: Number(row.number),
  state: row.state as ReleaseFacts['state'],
  note: String(row.note),
  draftedAt: Number(row.drafted_at),
  draftedBy: String(row.drafted_by),
  publishedAt: row.published_at === null ? null : Number(row.published_at),
  publishedBy: row.published_by === null ? null : String(row.published_by),
  endedAt: row.ended_at === null ? null : Number(row.ended_at),
  endedWhy: row.ended_why === null ? null : String(row.ended_why),
})
