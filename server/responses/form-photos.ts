import { createHash } from 'node:crypto'
import type { Answer } from '../../surveys/engine/answers.ts'
import type { Problem } from '../../surveys/engine/check.ts'
import type { Edition } from '../../surveys/engine/definition.ts'
import { questionsOf } from '../../surveys/engine/questions.ts'
import { mostOnASide } from '../files/keep-photo.ts'
import type { Host } from '../host.ts'

/** A photo that came inside a plain form. */
export interface FormPhoto {
  question: string
  id: string
  bytes: Uint8Array
}

export const photoQuestions = (edition: Edition): string[] =>
  [...questionsOf(edition).values()].filter(({ kind }) => kind === 'photo').map(({ id }) => id)

/**
 * The photos a plain form brought along. The answer to a photo question is the photo's id; where no photo
 * came, the answer is what it was `before`, unless it was taken back, whatever the form's hidden field says.
 */
export async function takePhotos(
  edition: Edition,
  form: FormData,
  { id, answers }: { id: string; answers: Record<string, Answer> },
  before: Readonly<Record<string, Answer>> = {},
): Promise<FormPhoto[]> {
  const photos: FormPhoto[] = []
  for (const question of photoQuestions(edition)) {
    const bytes = await bytesIn(form.get(`${question}~file`))
    delete answers[question]
    if (bytes.length > 0) {
      const photo = { question, id: photoId(id, question, bytes), bytes }
      answers[question] = photo.id
      photos.push(photo)
    } else if (before[question] !== undefined && form.get(`${question}~gone`) !== 'yes') {
      answers[question] = before[question]
    }
  }
  return photos
}

/** A file as it was chosen, or, where the page script made it small before, as text that stands for its bytes. */
async function bytesIn(given: unknown): Promise<Uint8Array> {
  if (given instanceof Blob) return new Uint8Array(await given.arrayBuffer())
  const text = typeof given === 'string' ? given : ''
  return Buffer.from(text.slice(text.indexOf(',') + 1), 'base64')
}

/** The photos that these answers speak of. */
export const namedPhotos = (edition: Edition, answers: Record<string, Answer>): string[] =>
  photoQuestions(edition)
    .map((question) => answers[question])
    .filter((answer) => typeof answer === 'string')

/**
 * Draws the photos anew and small, before anything is stored: from here on the large ones are not needed.
 * Says which are none, or too large to be drawn.
 */
export async function redrawPhotos(
  { files, redraw }: Pick<Host, 'files' | 'redraw'>,
  photos: FormPhoto[],
): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const photo of photos) {
    const redrawn = files && (await redraw?.(photo.bytes, mostOnASide))
    if (redrawn) photo.bytes = redrawn.bytes
    else problems.push({ question: photo.question, kind: 'wrong-type' })
  }
  return problems
}

// The same form sent twice brings the same photo, so its id is made from what it is.
function photoId(responseId: string, question: string, bytes: Uint8Array): string {
  const hex = createHash('sha256').update(`${responseId} ${question} `).update(bytes).digest('hex')
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4]
  return [
    ...[hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`],
    ...[`${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)],
  ].join('-')
}
