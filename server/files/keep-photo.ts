import { createHash } from 'node:crypto'
import { findFile, savePhoto } from '../../db/files.ts'
import { findPhotoAnswer } from '../../db/photo-answers.ts'
import type { Host } from '../host.ts'

/** Pixels of what is kept: enough to see what it is about. */
export const mostOnASide = 1600

export type PhotoOutcome =
  | { kind: 'kept' | 'kept-before'; sha256: string }
  | { kind: 'no-files' | 'unknown-response' | 'other-photo' | 'not-a-photo' }

/** Takes in the photos that a form brought; says `photo` where one of them could not be kept. */
export async function keepPhotos(
  host: Host,
  responseId: string,
  photos: readonly { id: string; bytes: Uint8Array }[],
): Promise<'photo' | undefined> {
  let lost: 'photo' | undefined
  for (const { id, bytes } of photos) {
    const { kind } = await keepPhoto(host, responseId, id, bytes)
    if (kind !== 'kept' && kind !== 'kept-before') lost = 'photo'
  }
  return lost
}

/**
 * Takes in the photo that a stored response speaks of, once however often it is sent. What is kept is a new
 * picture drawn from it, and nobody but staff sees that until it was approved.
 */
export async function keepPhoto(
  { store, files, redraw, now }: Host,
  responseId: string,
  photoId: string,
  bytes: Uint8Array,
): Promise<PhotoOutcome> {
  if (!files || !redraw) return { kind: 'no-files' }
  const answer = await findPhotoAnswer(store, responseId, photoId)
  if (!answer) return { kind: 'unknown-response' }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const known = await findFile(store, photoId)
  if (known) {
    const same = known.responseId === responseId && known.sha256 === sha256
    return same ? { kind: 'kept-before', sha256 } : { kind: 'other-photo' }
  }
  const redrawn = await redraw(bytes, mostOnASide)
  if (!redrawn) return { kind: 'not-a-photo' }
  await files.put(photoId, redrawn.bytes)
  const { width, height } = redrawn
  const row = { id: photoId, purpose: 'photo', ...answer, responseId } as const
  const about = { contentType: 'image/jpeg', size: redrawn.bytes.byteLength, width, height }
  try {
    await savePhoto(store, { ...row, ...about, sha256, state: 'held', createdAt: now() })
  } catch (error) {
    // The response may have been deleted meanwhile; then its photo must not stay either.
    await files.delete(photoId)
    if (await findPhotoAnswer(store, responseId, photoId)) throw error
    return { kind: 'unknown-response' }
  }
  return { kind: 'kept', sha256 }
}
