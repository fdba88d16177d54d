import type { NewFile } from '../../../db/files.ts'
import type { Option, Question, QuestionOf } from '../../../surveys/engine/definition.ts'
import type { Text } from '../../../surveys/engine/text.ts'
import type { MediaProblem } from '../../../web/desk/media/upload-problem.ts'
import { addressOf } from '../../files/file-types.ts'
import { type PictureUpload, readPicture } from '../../files/upload.ts'
import { fileRow, type MediaUpload } from './media-upload.ts'

/** A question with other pictures, and the files these are. Nothing is kept yet. */
interface Change {
  question: Question
  pictures: { row: NewFile; bytes: Uint8Array }[]
}

type Changed = Change | { problem: MediaProblem }

const forPlans = { mostBytes: 1024 * 1024, mayBeDrawn: true }
const forOptions = { mostBytes: 300 * 1024, mayBeDrawn: false }

export async function withNewPlan(
  upload: MediaUpload,
  question: QuestionOf<'pin'>,
  now: number,
): Promise<Changed> {
  const alt = upload.text('alt')
  const unready = notReady(upload, [alt])
  if (unready) return { problem: unready }
  const picture = await readPicture(await upload.bytes('file'), upload.redraw, forPlans)
  if ('problem' in picture) return picture
  const { width, height } = picture
  const file = fileOf(upload, 'plan', picture, now)
  const plan = { src: file.src, alt: altOf(question.plan.alt, alt), width, height }
  return { question: { ...question, plan }, pictures: [file] }
}

export async function withNewImages(
  upload: MediaUpload,
  question: QuestionOf<'single'> | QuestionOf<'multiple'>,
  now: number,
): Promise<Changed> {
  const pictured = question.options.filter(({ image }) => image)
  const unready = notReady(
    upload,
    pictured.map(({ id }) => upload.text(`${id}~alt`)),
  )
  if (unready) return { problem: unready }
  const pictures: Change['pictures'] = []
  const options: Option[] = []
  for (const option of question.options) {
    const { id, image } = option
    const alt = image && altOf(image.alt, upload.text(`${id}~alt`))
    const bytes = image ? await upload.bytes(`${id}~file`) : new Uint8Array()
    if (bytes.length === 0) {
      options.push(image && alt ? { ...option, image: { ...image, alt } } : option)
      continue
    }
    const picture = await readPicture(bytes, upload.redraw, forOptions)
    if ('problem' in picture) return picture
    const file = fileOf(upload, 'image', picture, now)
    pictures.push(file)
    options.push(alt ? { ...option, image: { src: file.src, alt } } : option)
  }
  return { question: { ...question, options }, pictures }
}

function notReady(upload: MediaUpload, alts: string[]): MediaProblem | undefined {
  if (upload.text('confirm') !== 'yes') return 'no-confirmation'
  return alts.some((alt) => alt === '' || alt.length > 200) ? 'no-alt' : undefined
}

function fileOf(
  upload: MediaUpload,
  purpose: 'plan' | 'image',
  picture: PictureUpload,
  now: number,
): { row: NewFile; bytes: Uint8Array; src: string } {
  const { bytes, type, width, height } = picture
  const row = { ...fileRow(upload, purpose, picture, now), width, height }
  return { row, bytes, src: addressOf(row.id, type) }
}

// Another language's words go with the old picture: they would describe what is no longer there.
const altOf = (before: Text, now: string): Text =>
  before['zh-CN'] === now ? before : { 'zh-CN': now }
