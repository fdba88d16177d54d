import { randomUUID } from 'node:crypto'
import { and, desc, eq, sql } from 'drizzle-orm'
import { type By, writeAudited } from './audit.ts'
import { insertFile, type NewFile } from './files.ts'
import { decisions } from './schema.ts'
import type { Store } from './store.ts'

export type Decision = typeof decisions.$inferSelect

/** What everybody reads of a decision, as it stood when it was published. */
export interface PublicDecision extends Omit<DecisionWords, 'findings'>, Progress {
  id: string
  number: number
  publishedAt: number
  /** As the desk wrote them. */
  findings: unknown
  progressAt: number | null
  photoId: string | null
}

type Progress = Pick<Decision, 'progress' | 'progressNote'>
type Place = Pick<Decision, 'id' | 'consultationId'>

/** What staff write; days as `2026-03-02` or empty, `findings` as JSON. */
export type DecisionWords = Pick<
  Decision,
  | 'title'
  | 'findings'
  | 'options'
  | 'verdict'
  | 'decision'
  | 'reason'
  | 'decidedBy'
  | 'decidedOn'
  | 'action'
  | 'unit'
  | 'dueOn'
>

/** Keeps a new decision, seen by nobody outside before it is published. Returns its id. */
export async function addDecision(
  store: Store,
  consultationId: string,
  words: DecisionWords,
  { at, actor }: By,
): Promise<string> {
  const id = randomUUID()
  const { rows } = await store.read(
    'SELECT 1 + coalesce(max(number), 0) AS number FROM decisions WHERE consultation_id = ?',
    [consultationId],
  )
  const row = {
    ...{ id, consultationId, number: Number(rows[0]?.number), ...words },
    ...{ progress: 'planned' as const, progressNote: '', writtenAt: at, writtenBy: actor },
  }
  const object = `${consultationId}/${id}`
  await writeAudited(store, { at, actor, action: 'write decision', object }, [
    store.orm.insert(decisions).values(row),
  ])
  return id
}

/**
 * Puts other words in place of those that were written at that moment; what everybody reads stays as it is until
 * a second person publishes them. False if somebody has written there since.
 */
export async function rewriteDecision(
  store: Store,
  { id, consultationId, writtenAt }: Place & Pick<Decision, 'writtenAt'>,
  words: DecisionWords,
  { at, actor }: By,
): Promise<boolean> {
  const object = `${consultationId}/${id}`
  const [changed] = await writeAudited(store, { at, actor, action: 'rewrite decision', object }, [
    store.orm
      .update(decisions)
      .set({ ...words, ...written(at, actor) })
      .where(and(eq(decisions.id, id), eq(decisions.writtenAt, writtenAt))),
  ])
  return changed?.rowsAffected === 1
}

/**
 * Lets everybody read what was written at that moment, if somebody else wrote it. False otherwise: words that
 * were changed meanwhile have been seen by one person only. The photo is seen outside from now on, and one it
 * replaces goes: its id is returned.
 */
export async function publishDecision(
  store: Store,
  { id, consultationId }: Place,
  writtenAt: number,
  { at, actor }: By,
): Promise<{ replaced: string | undefined } | false> {
  const isSeen = `id = ? AND written_at = ? AND written_by <> ?
    AND (published_at IS NULL OR published_at < written_at)`
  const seen = [id, writtenAt, actor]
  const object = `${consultationId}/${id}`
  const entry = { at, actor, action: 'publish decision', object }
  const outdated = `SELECT published ->> '$.photoId' AS photo FROM decisions
    WHERE ${isSeen} AND published ->> '$.photoId' IS NOT photo_id`
  const [gone, , changed] = await writeAudited(store, entry, [
    { sql: outdated, args: seen },
    { sql: `DELETE FROM files WHERE id = (${outdated})`, args: seen },
    {
      sql: `UPDATE decisions SET published = ${asPublished}, published_at = max(?, written_at),
        published_by = ? WHERE ${isSeen}`,
      args: [at, actor, ...seen],
    },
    {
      sql: `UPDATE files SET state = 'public' WHERE id =
        (SELECT published ->> '$.photoId' FROM decisions WHERE id = ?)`,
      args: [id],
    },
  ])
  if (changed?.rowsAffected !== 1) return false
  const photo = gone?.rows[0]?.photo
  return { replaced: typeof photo === 'string' ? photo : undefined }
}

/** Only what nobody outside has read can be thrown away. */
export async function discardDecision(
  store: Store,
  { id, consultationId }: Place,
  { at, actor }: By,
): Promise<void> {
  await writeAudited(
    store,
    { at, actor, action: 'discard decision', object: `${consultationId}/${id}` },
    [{ sql: 'DELETE FROM decisions WHERE id = ? AND published IS NULL', args: [id] }],
  )
}

/**
 * How far it has come, with a photo where there is one, in place of what was said `before`; both wait for a
 * second person as other words do. A photo that nobody outside has seen and this one replaces goes: its id is
 * returned. False if by now something else is said there.
 */
export async function recordProgress(
  store: Store,
  before: Place & Progress & Pick<Decision, 'photoId'>,
  { progress, progressNote }: Progress,
  photo: NewFile | undefined,
  { at, actor }: By,
): Promise<{ replaced: string | undefined } | false> {
  const { id, consultationId, photoId } = before
  const object = `${consultationId}/${id}`
  const isAsBefore = and(
    eq(decisions.id, id),
    eq(decisions.progress, before.progress),
    eq(decisions.progressNote, before.progressNote),
    sql`${decisions.photoId} IS ${photoId}`,
  )
  const record = store.orm
    .update(decisions)
    .set({
      ...{ progress, progressNote, progressAt: at, ...written(at, actor) },
      ...(photo && { photoId: photo.id }),
    })
    .where(isAsBefore)
  const action = `decision ${progress}`
  if (!photo) {
    const [changed] = await writeAudited(store, { at, actor, action, object }, [record])
    return changed?.rowsAffected === 1 && { replaced: undefined }
  }
  const [, changed, gone] = await writeAudited(store, { at, actor, action, object }, [
    insertFile(store, photo),
    record,
    removeUnshown(id, [photo.id, photoId]),
  ])
  if (changed?.rowsAffected !== 1) return false
  return { replaced: gone?.rowsAffected === 1 ? (photoId ?? undefined) : undefined }
}

// Of these photos, those that stand neither at the desk nor outside: the new one too, where it came too late.
const removeUnshown = (id: string, [one, other]: [string, string | null]) => ({
  sql: `DELETE FROM files WHERE id IN (?, ?) AND NOT EXISTS (SELECT 1 FROM decisions d
    WHERE d.id = ? AND files.id IN (d.photo_id, d.published ->> '$.photoId'))`,
  args: [one, other, id],
})

/** All decisions of a consultation, the newest first. */
export function listDecisions(store: Store, consultationId: string): Promise<Decision[]> {
  return store.orm
    .select()
    .from(decisions)
    .where(eq(decisions.consultationId, consultationId))
    .orderBy(desc(decisions.number))
}

/** What everybody may read, the newest first. */
export async function listPublicDecisions(
  store: Store,
  consultationId: string,
): Promise<PublicDecision[]> {
  const { rows } = await store.read(
    `SELECT id, number, published_at, published FROM decisions
      WHERE consultation_id = ? AND published IS NOT NULL ORDER BY number DESC`,
    [consultationId],
  )
  return rows.map((row) => ({
    ...JSON.parse(String(row.published)),
    ...{ id: String(row.id), number: Number(row.number), publishedAt: Number(row.published_at) },
  }))
}

/** A decision of this consultation, as it was written last; undefined if there is none. */
export async function findDecision(
  store: Store,
  consultationId: string,
  id: string,
): Promise<Decision | undefined> {
  const [row] = await store.orm
    .select()
    .from(decisions)
    .where(and(eq(decisions.consultationId, consultationId), eq(decisions.id, id)))
  return row
}

// Later than all that was written or published before, so that what waits can be told from what is read.
const written = (at: number, actor: string) => ({
  writtenAt: sql<number>`max(${at}, ${decisions.writtenAt} + 1, coalesce(${decisions.publishedAt} + 1, 0))`,
  writtenBy: actor,
})

const asPublished = `json_object('title', title, 'findings', json(findings), 'options', options,
  'verdict', verdict, 'decision', decision, 'reason', reason, 'decidedBy', decided_by,
  'decidedOn', decided_on, 'action', action, 'unit', unit, 'dueOn', due_on, 'progress', progress,
  'progressNote', progress_note, 'progressAt', progress_at, 'photoId', photo_id)`
