import { and, eq, inArray, notInArray } from 'drizzle-orm'
import type { Audience } from '../surveys/engine/definition.ts'
import { type By, writeAudited } from './audit.ts'
import { remembered } from './remembered.ts'
import { files } from './schema.ts'
import type { Statement, Store } from './store.ts'

/** What is known of a stored file. */
export type FileRow = typeof files.$inferSelect

/** A photo's `sha256` is that of the bytes the phone sent, to tell a repetition from another photo. */
export type NewFile = typeof files.$inferInsert

/** What is known of a file, whatever it is for and whoever may see it. */
export async function findFile(store: Store, id: string): Promise<FileRow | undefined> {
  const [row] = await store.orm.select().from(files).where(eq(files.id, id))
  return row
}

/** Which of these ids belong to a file. */
export async function knownFiles(store: Store, ids: string[]): Promise<Set<string>> {
  const known = new Set<string>()
  for (let from = 0; from < ids.length; from += 500) {
    const rows = await store.orm
      .select({ id: files.id })
      .from(files)
      .where(inArray(files.id, ids.slice(from, from + 500)))
    for (const { id } of rows) known.add(id)
  }
  return known
}

export interface Clip {
  id: string
  question: string
  /** `zh-CN`, `en`, or a dialect's tag such as `wuu`. */
  locale: string
  contentType: string
}

/** The recordings of an edition's questions. */
export function clipsOf(store: Store, consultationId: string, audience: Audience): Promise<Clip[]> {
  return foundClips.get(store, `${consultationId} ${audience}`, async () => {
    const rows = await store.orm
      .select()
      .from(files)
      .where(
        and(
          eq(files.consultationId, consultationId),
          eq(files.audience, audience),
          eq(files.purpose, 'clip'),
        ),
      )
      .orderBy(files.question, files.locale)
    return rows.map(({ id, question, locale, contentType }) => ({
      ...{ id, contentType, question: question ?? '', locale: locale ?? 'zh-CN' },
    }))
  })
}

/** Puts a recording in the place of the one this question had in this language. Returns the ids of what it replaced. */
export async function replaceClip(store: Store, clip: NewFile, by: By): Promise<string[]> {
  const { consultationId, audience, question, locale } = clip
  const earlier = await clipIds(store, clip)
  const object = `${consultationId}/${audience}/${question}/${locale}`
  await writeAudited(store, { ...by, action: 'add recording', object }, [
    ...earlier.map((id) => store.orm.delete(files).where(eq(files.id, id))),
    store.orm.insert(files).values(clip),
  ])
  foundClips.forget(store)
  return earlier
}

/** Forgets a recording; its bytes are the caller’s to delete. */
export async function removeClip(store: Store, clip: FileRow, by: By): Promise<void> {
  const { id, consultationId, audience, question, locale } = clip
  const object = `${consultationId}/${audience}/${question}/${locale}`
  await writeAudited(store, { ...by, action: 'remove recording', object }, [
    store.orm.delete(files).where(eq(files.id, id)),
  ])
  foundClips.forget(store)
}

/** For plans and images: part of the batch that publishes the version that shows them. */
export const insertFile = (store: Store, file: NewFile): Statement =>
  store.orm.insert(files).values(file)

/** Keeps a photo once; it waits until someone at the desk has looked at it. */
export async function savePhoto(store: Store, photo: NewFile): Promise<void> {
  await store.write([store.orm.insert(files).values(photo).onConflictDoNothing()])
}

/** The photos that came with a response. */
export async function photosOf(store: Store, responseId: string): Promise<FileRow[]> {
  return store.orm.select().from(files).where(eq(files.responseId, responseId))
}

/** Lets a photo be shown to everyone, or not; one that is refused loses its codes. False when there is no such photo. */
export async function decidePhoto(
  store: Store,
  id: string,
  state: 'approved' | 'refused' | 'held',
  by: By,
): Promise<boolean> {
  const photo = await findFile(store, id)
  if (photo?.purpose !== 'photo') return false
  await writeAudited(store, { ...by, action: `photo ${state}`, object: id }, [
    store.orm.update(files).set({ state, decidedBy: by.actor }).where(eq(files.id, id)),
    ...(state === 'refused' ? [removeCodesOf(photo)] : []),
  ])
  return true
}

const removeCodesOf = ({ question, responseId }: FileRow): Statement => ({
  sql: `DELETE FROM picture_codes WHERE question = ?
    AND response_seq = (SELECT seq FROM responses WHERE id = ?)`,
  args: [question, responseId],
})

/** Forgets the photos of a response, except those it still names. Their bytes must be gone before. */
export function forgetPhotosOf(store: Store, responseId: string, except: string[] = []): Statement {
  return store.orm
    .delete(files)
    .where(and(eq(files.responseId, responseId), notInArray(files.id, ['', ...except])))
}

async function clipIds(store: Store, clip: NewFile): Promise<string[]> {
  const all = await store.orm
    .select()
    .from(files)
    .where(and(eq(files.purpose, 'clip'), eq(files.consultationId, clip.consultationId)))
  return all
    .filter(
      ({ audience, question, locale }) =>
        audience === clip.audience && question === clip.question && locale === clip.locale,
    )
    .map(({ id }) => id)
}

const foundClips = remembered<Clip[]>()
