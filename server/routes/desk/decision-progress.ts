import { createHash } from 'node:crypto'
import { type Decision, recordProgress } from '../../../db/decisions.ts'
import { findFile, type NewFile } from '../../../db/files.ts'
import { type ProgressSaid, steps } from '../../../web/desk/decisions/progress-form.tsx'
import { problemSentence } from '../../../web/desk/media/upload-problem.ts'
import { by, staffRouter } from '../../desk/access/session.ts'
import { backTo, decisionOf, decisionPage } from '../../desk/decisions/decision-page.ts'
import { progressMark } from '../../desk/decisions/decisions.ts'
import { tidy } from '../../desk/form.ts'
import { keptOver, meanwhileBy } from '../../desk/meanwhile.ts'
import { newFileId } from '../../desk/media/media-upload.ts'
import { readPicture } from '../../files/upload.ts'
import type { AppContext } from '../../host.ts'
import { hasParts } from '../../request/body.ts'
import { isStorable } from '../../request/stored-text.ts'

/** How far a published decision has come, with a photo where there is one. */
export const decisionProgressRoutes = staffRouter()

const longestNote = 2000
const heaviestPhoto = 600 * 1024

decisionProgressRoutes.post(
  '/c/:consultation/decisions/:decision{[0-9a-f-]{36}}/progress',
  async (c) => {
    const decision = await decisionOf(c)
    if (!decision || decision.publishedAt === null || !hasParts(c)) return c.notFound()
    const form = await c.req.formData()
    const said = readSaid(form)
    const { note } = said
    const refuse = (why: { problem: string }) =>
      decisionPage(c, decision, { progress: { ...said, ...why } })
    const progress = steps.find((step) => step === said.progress)
    if (!progress || [...note].length > longestNote || !isStorable(note))
      return refuse({ problem: '请选办到哪一步；说明最多 2000 个字。' })
    const photo = await photoOf(c, decision, form.get('photo'))
    if (photo && 'problem' in photo) return refuse(photo)
    const kept = { progress, progressNote: note }
    const typed = { ...kept, photoId: photo?.row.id ?? decision.photoId }
    const marks = { standing: progressMark(decision), typed: progressMark(typed) }
    const save = () => record(c, decision, kept, photo)
    if (await keptOver({ began: said.began, ...marks }, save)) return backTo(c, decision)
    const now = await decisionOf(c)
    if (!now) return c.notFound()
    const meanwhile = await meanwhileBy(c, {
      object: `${now.consultationId}/${now.id}`,
      actions: steps.map((step) => `decision ${step}`),
    })
    return decisionPage(c, now, { progress: { ...said, meanwhile, began: progressMark(now) } })
  },
)

/** Keeps it, the photo's bytes before its row; false where something else was said meanwhile. */
async function record(
  c: AppContext,
  decision: Decision,
  kept: Pick<Decision, 'progress' | 'progressNote'>,
  photo: { row: NewFile; bytes: Uint8Array } | undefined,
): Promise<boolean> {
  const { store, host } = c.var
  if (photo) await host.files?.put(photo.row.id, photo.bytes)
  const done = await recordProgress(store, decision, kept, photo?.row, by(c))
  const gone = done ? done.replaced : photo?.row.id
  if (gone) await host.files?.delete(gone)
  return done !== false
}

function readSaid(form: FormData): ProgressSaid & { began: string } {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  return {
    ...{ began: text('began'), progress: text('progress') },
    note: tidy(text('note').replace(/\r\n?/g, '\n')),
  }
}

/** The photo that came with the form; nothing where there is none, or the one that stands there already. */
async function photoOf(
  c: AppContext,
  { consultationId, photoId }: Decision,
  value: FormDataEntryValue | null,
): Promise<{ row: NewFile; bytes: Uint8Array } | { problem: string } | undefined> {
  const { files, redraw } = c.var.host
  if (!(value instanceof Blob) || value.size === 0 || !files || !redraw) return
  const bytes = new Uint8Array(await value.arrayBuffer())
  const picture = await readPicture(bytes, redraw, { mostBytes: heaviestPhoto, mayBeDrawn: false })
  if ('problem' in picture) return { problem: problemSentence(picture.problem) }
  const sha256 = createHash('sha256').update(picture.bytes).digest('hex')
  const standing = photoId ? await findFile(c.var.store, photoId) : undefined
  if (standing?.sha256 === sha256) return
  const { width, height, type } = picture
  const row: NewFile = {
    ...{ id: newFileId(), purpose: 'image', consultationId, contentType: type, width, height },
    ...{ size: picture.bytes.byteLength, sha256, state: 'held', createdAt: c.var.now() },
  }
  return { row, bytes: picture.bytes }
}
