import type { Audience } from '../surveys/engine/definition.ts'
import { questionsOf } from '../surveys/engine/questions.ts'
import type { Store } from './store.ts'
import { editionOf, listAllVersions } from './versions.ts'

/** Where a photo belongs: the question of a stored response whose answer names it. */
export interface PhotoAnswer {
  consultationId: string
  audience: Audience
  question: string
}

/** Undefined if there is no such response, or none of its answers names this photo. */
export async function findPhotoAnswer(
  store: Store,
  responseId: string,
  photoId: string,
): Promise<PhotoAnswer | undefined> {
  const { rows } = await store.read('SELECT version_id, answers FROM responses WHERE id = ?', [
    responseId,
  ])
  const [row] = rows
  if (!row) return undefined
  const answers: Record<string, unknown> = JSON.parse(String(row.answers))
  const versionId = Number(row.version_id)
  const edition = await editionOf(store, versionId)
  const photos = [...questionsOf(edition).values()].filter(({ kind }) => kind === 'photo')
  const question = photos.find(({ id }) => Object.hasOwn(answers, id) && answers[id] === photoId)
  const version = (await listAllVersions(store)).find(({ id }) => id === versionId)
  if (!question || !version) return undefined
  const { consultationId, audience } = version
  return { consultationId, audience, question: question.id }
}
