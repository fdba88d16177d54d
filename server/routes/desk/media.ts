import {
  findConsultation,
  type OpenConsultation,
  publishVersion,
} from '../../../db/consultations.ts'
import { findFile, insertFile, removeClip, replaceClip } from '../../../db/files.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { type Done, MediaPage, type Wrong } from '../../../web/desk/media/media-page.tsx'
import type { MediaProblem } from '../../../web/desk/media/upload-problem.ts'
import { tongues } from '../../../web/resident/aloud/clips.tsx'
import { by, staffRouter } from '../../desk/access/session.ts'
import { mediaOf, withQuestion } from '../../desk/media/media.ts'
import { fileRow, type MediaUpload, readMediaUpload } from '../../desk/media/media-upload.ts'
import { withNewImages, withNewPlan } from '../../desk/media/new-pictures.ts'
import { deskPlace } from '../../desk/place.ts'
import { mayLook } from '../../desk/results/pictures.ts'
import { isFileId } from '../../files/file-store.ts'
import { isNamed, sendFile } from '../../files/send-file.ts'
import { readRecording } from '../../files/upload.ts'
import type { AppContext } from '../../host.ts'
import { render } from '../../request/render.ts'

/** Recordings, plans and images: what residents hear and look at. Staff see every file, held ones too. */
export const mediaRoutes = staffRouter()

const page = '/c/:consultation/media'

mediaRoutes.get('/f/:file', async (c) => {
  const [id = '', ending = ''] = c.req.param('file').split('.')
  const file = isFileId(id) ? await findFile(c.var.store, id) : undefined
  if (!file || !isNamed(file, ending)) return c.notFound()
  return file.purpose !== 'photo' || (await mayLook(c, file)) ? sendFile(c, file) : c.notFound()
})

mediaRoutes.get(page, async (c) => {
  const consultation = await findConsultation(c.var.store, c.req.param('consultation'))
  return consultation ? mediaPage(c, consultation) : c.notFound()
})

mediaRoutes.post(`${page}/clips`, (c) =>
  withUpload(c, c.req.param('consultation'), async (upload) => {
    const locale = upload.text('locale')
    if (!Object.hasOwn(tongues, locale)) return c.notFound()
    const clip = readRecording(await upload.bytes('file'))
    if ('problem' in clip) return refused(c, upload, clip.problem)
    const row = { ...fileRow(upload, 'clip', clip, c.var.now()), locale }
    await upload.files.put(row.id, clip.bytes)
    const replaced = await replaceClip(c.var.store, row, by(c))
    for (const id of replaced) await upload.files.delete(id)
    return back(c, upload.consultation.id, 'added', `${upload.audience}-${upload.question.id}`)
  }),
)

mediaRoutes.post(`${page}/clips/:clip/removal`, async (c) => {
  const { consultation, clip } = c.req.param()
  const file = isFileId(clip) ? await findFile(c.var.store, clip) : undefined
  if (file?.purpose !== 'clip' || file.consultationId !== consultation) return c.notFound()
  await removeClip(c.var.store, file, by(c))
  await c.var.host.files?.delete(clip)
  return back(c, consultation, 'removed', `${file.audience}-${file.question}`)
})

mediaRoutes.post(`${page}/plan`, (c) =>
  withUpload(c, c.req.param('consultation'), async (upload) => {
    const { question } = upload
    if (question.kind !== 'pin' || hasEnded(c, upload.consultation)) return c.notFound()
    return publish(c, upload, await withNewPlan(upload, question, c.var.now()))
  }),
)

mediaRoutes.post(`${page}/images`, (c) =>
  withUpload(c, c.req.param('consultation'), async (upload) => {
    const { question } = upload
    const isChoice = question.kind === 'single' || question.kind === 'multiple'
    const hasImages = isChoice && question.options.some(({ image }) => image)
    if (!hasImages || hasEnded(c, upload.consultation)) return c.notFound()
    return publish(c, upload, await withNewImages(upload, question, c.var.now()))
  }),
)

type Answer = Response | Promise<Response>

async function withUpload(
  c: AppContext,
  consultation: string,
  answer: (upload: MediaUpload) => Answer,
): Promise<Response> {
  const upload = await readMediaUpload(c, consultation)
  if (upload === undefined) return c.notFound()
  return 'text' in upload ? answer(upload) : mediaPage(c, upload.consultation)
}

/** Keeps the pictures, then publishes the version that shows them together with what is known of them. */
async function publish(
  c: AppContext,
  upload: MediaUpload,
  changed: Awaited<ReturnType<typeof withNewPlan>>,
): Promise<Response> {
  if ('problem' in changed) return refused(c, upload, changed.problem)
  const { question, pictures } = changed
  const { consultation, edition, audience, files } = upload
  for (const { row, bytes } of pictures) await files.put(row.id, bytes)
  const rows = pictures.map(({ row }) => insertFile(c.var.store, row))
  const newEdition = withQuestion(edition, question)
  await publishVersion(c.var.store, consultation.id, newEdition, by(c), rows)
  return back(c, consultation.id, 'published', `${audience}-${question.id}`)
}

function refused(c: AppContext, upload: MediaUpload, problem: MediaProblem) {
  const { consultation, audience, question } = upload
  return mediaPage(c, consultation, { audience, question: question.id, problem })
}

async function mediaPage(c: AppContext, consultation: OpenConsultation, wrong?: Wrong) {
  const { id, title } = consultation
  const done = c.req.query('done')
  const shown = MediaPage({
    place: await deskPlace(c),
    consultation: { id, title: textIn(title, 'zh-CN'), open: !hasEnded(c, consultation) },
    editions: await mediaOf(c, consultation),
    ready: c.var.host.files !== undefined,
    done: deeds.find((deed) => deed === done),
    wrong,
  })
  const asked = c.req.method === 'GET'
  return render(c, shown, asked ? 200 : wrong ? 422 : 503)
}

const deeds: Done[] = ['added', 'removed', 'published']

const back = (c: AppContext, consultation: string, done: Done, at: string) =>
  c.redirect(`/desk/c/${consultation}/media?done=${done}#${at}`, 303)

const hasEnded = (c: AppContext, { closesAt }: OpenConsultation) => closesAt <= c.var.now()
