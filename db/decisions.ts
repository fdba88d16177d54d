import { randomUUID } from 'node:crypto'
import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { type AuditEntry, writeAudited } from './audit.ts'
import { insertFile, type NewFile } from './files.ts'
import { decisions, files } from './schema.ts'
import type { Store } from './store.ts'

type By = Pick<AuditEntry, 'at' | 'actor'>

export type Decision = typeof decisions.$inferSelect

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

/** Puts other words in their place, published or not. */
export async function rewriteDecision(
  store: Store,
  { id, consultationId }: Pick<Decision, 'id' | 'consultationId'>,
  words: DecisionWords,
  { at, actor }: By,
): Promise<void> {
  const object = `${consultationId}/${id}`
  await writeAudited(store, { at, actor, action: 'rewrite decision', object }, [
    store.orm
      .update(decisions)
      .set({ ...words, writtenAt: at, writtenBy: actor })
      .where(eq(decisions.id, id)),
  ])
}

/** Lets everybody read it. */
export async function publishDecision(
  store: Store,
  { id, consultationId }: Pick<Decision, 'id' | 'consultationId'>,
  { at, actor }: By,
): Promise<void> {
  await writeAudited(
    store,
    { at, actor, action: 'publish decision', object: `${consultationId}/${id}` },
    [
      store.orm
        .update(decisions)
        .set({ publishedAt: at, publishedBy: actor })
        .where(eq(decisions.id, id)),
    ],
  )
}

/** Only what nobody outside has read can be thrown away. */
export async function discardDecision(
  store: Store,
  { id, consultationId }: Pick<Decision, 'id' | 'consultationId'>,
  { at, actor }: By,
): Promise<void> {
  await writeAudited(
    store,
    { at, actor, action: 'discard decision', object: `${consultationId}/${id}` },
    [{ sql: 'DELETE FROM decisions WHERE id = ? AND published_at IS NULL', args: [id] }],
  )
}

/** How far it has come, with a photo where there is one. Returns the id of the photo it replaces. */
export async function recordProgress(
  store: Store,
  { id, consultationId, photoId }: Pick<Decision, 'id' | 'consultationId' | 'photoId'>,
  progress: Pick<Decision, 'progress' | 'progressNote'>,
  photo: NewFile | undefined,
  { at, actor }: By,
): Promise<string | undefined> {
  const object = `${consultationId}/${id}`
  const replaced = photo && photoId ? photoId : undefined
  await writeAudited(store, { at, actor, action: `decision ${progress.progress}`, object }, [
    ...(photo ? [insertFile(store, photo)] : []),
    store.orm
      .update(decisions)
      .set({ ...progress, progressAt: at, ...(photo && { photoId: photo.id }) })
      .where(eq(decisions.id, id)),
    ...(replaced ? [store.orm.delete(files).where(eq(files.id, replaced))] : []),
  ])
  return replaced
}

/** All decisions of a consultation, the newest first. */
export function listDecisions(store: Store, consultationId: string): Promise<Decision[]> {
  return store.orm
    .select()
    .from(decisions)
    .where(eq(decisions.consultationId, consultationId))
    .orderBy(desc(decisions.number))
}

/** What everybody may read, the newest first. */
export function listPublicDecisions(store: Store, consultationId: string): Promise<Decision[]> {
  return store.orm
    .select()
    .from(decisions)
    .where(and(eq(decisions.consultationId, consultationId), isNotNull(decisions.publishedAt)))
    .orderBy(desc(decisions.number))
}

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
