import { forgetPhotosOf, photosOf } from '../../db/files.ts'
import type { Host } from '../host.ts'

/**
 * Removes the photos that came with a response: their bytes first, then what is known of them, so that
 * whatever interrupts it, doing it again finishes it. Before the response itself is deleted, and after a
 * correction with the photos it still names.
 */
export async function deleteFilesOf(
  { store, files }: Pick<Host, 'store' | 'files'>,
  responseId: string,
  stillNamed: string[] = [],
): Promise<void> {
  const photos = await photosOf(store, responseId)
  const gone = photos.filter(({ id }) => !stillNamed.includes(id))
  if (gone.length === 0) return
  for (const { id } of gone) await files?.delete(id)
  await store.write([forgetPhotosOf(store, responseId, stillNamed)])
}
