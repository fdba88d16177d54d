import { createHash } from 'node:crypto'
import type { Problem } from '../../surveys/engine/check.ts'
import type { Edition } from '../../surveys/engine/definition.ts'
import { questionsOf } from '../../surveys/engine/questions.ts'
import type { Host } from '../host.ts'
import { isResponseId, type Submission } from './submission.ts'

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
 * came there is no answer, whatever the form's hidden field says.
 */
export async function takePhotos(
  edition: Edition,
  form: FormData,
  submission: Submission,
): Promise<FormPhoto[]> {
  const photos: FormPhoto[] = []
  for (const question of photoQuestions(edition)) {
    const file = form.get(`${question}~file`)
    delete submission.answers[question]
    if (!(file instanceof Blob) || file.size === 0) continue
    const id = photoId(form.get(question), submission.id, question)
    submission.answers[question] = id
    photos.push({ question, id, bytes: new Uint8Array(await file.arrayBuffer()) })
  }
  return photos
}

/** What is wrong with photos that are none, said before anything is stored. */
export async function unusablePhotos(
  { redraw }: Pick<Host, 'redraw'>,
  photos: FormPhoto[],
): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const { question, bytes } of photos) {
    if (!(await redraw?.(bytes, 1))) problems.push({ question, kind: 'wrong-type' })
  }
  return problems
}

// Made from the response's own id where the form brought none: sent twice, it is the same photo.
function photoId(given: unknown, responseId: string, question: string): string {
  if (typeof given === 'string' && isResponseId(given)) return given
  const hex = createHash('sha256').update(`${responseId} ${question}`).digest('hex')
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4]
  return [
    ...[hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`],
    ...[`${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)],
  ].join('-')
}
