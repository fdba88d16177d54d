import { createHash } from 'node:crypto'
import { type Decision, recordProgress } from '../../../db/decisions.ts'
import type { NewFile } from '../../../db/files.ts'
import { type ProgressSaid, steps } from '../../../web/desk/decisions/progress-form.tsx'
import { problemSentence } from '../../../web/desk/media/upload-problem.ts'
import { backTo, decisionOf, decisionPage } from '../../desk/decision-page.ts'
import { progressMark } from '../../desk/decisions.ts'
import { tidy } from '../../desk/form.ts'
import { meanwhileBy } from '../../desk/meanwhile.ts'
import { newFileId } from '../../desk/media-upload.ts'
import { memberOf, staffRouter } from '../../desk/session.ts'
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
    const refuse = (why: Pick<ProgressSaid, 'problem' | 'meanwhile' | 'began'>) =>
      decisionPage(c, decision, { progress: { ...said, ...why } })
    const progress = steps.find((step) => step === said.progress)
    if (!progress || [...note].length > longestNote || !isStorable(note))
      return refuse({ problem: '请选办到哪一步；说明最多 2000 个字。' })
    const standing = progressMark(decision)
    if (said.began !== standing && progressMark({ progress, progressNote: note }) !== standing) {
      const meanwhile = await meanwhileBy(c, {
        object: `${decision.consultationId}/${decision.id}`,
        actions: steps.map((step) => `decision ${step}`),
      })
      return refuse({ meanwhile, began: standing })
    }
    const photo = await photoOf(c, decision, form.get('photo'))
    if (photo && 'problem' in photo) return refuse(photo)
    const by = { at: c.var.now(), actor: memberOf(c).id }
    const kept = { progress, progressNote: note }
    const replaced = await recordProgress(c.var.store, decision, kept, photo, by)
    if (replaced) await c.var.host.files?.delete(replaced)
    return backTo(c, decision)
  },
)

function readSaid(form: FormData): ProgressSaid {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  return {
    ...{ began: text('began'), progress: text('progress') },
    note: tidy(text('note').replace(/\r\n?/g, '\n')),
  }
}

/** The photo that came with the form, kept; nothing where there is none. */
async function photoOf(
  c: AppContext,
  { consultationId }: Decision,
  value: FormDataEntryValue | null,
): Promise<NewFile | { problem: string } | undefined> {
  const { files, redraw } = c.var.host
  if (!(value instanceof Blob) || value.size === 0 || !files || !redraw) return
  const bytes = new Uint8Array(await value.arrayBuffer())
  const picture = await readPicture(bytes, redraw, { mostBytes: heaviestPhoto, mayBeDrawn: false })
  if ('problem' in picture) return { problem: problemSentence(picture.problem) }
  const id = newFileId()
  await files.put(id, picture.bytes)
  const { width, height, type } = picture
  return {
    ...{ id, purpose: 'image', consultationId, contentType: type, width, height },
    size: picture.bytes.byteLength,
    sha256: createHash('sha256').update(picture.bytes).digest('hex'),
    ...{ state: 'held', createdAt: c.var.now() },
  }
}
