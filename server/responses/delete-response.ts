import type { By } from '../../db/audit.ts'
import { deleteResponse } from '../../db/response-changes.ts'
import { deleteFilesOf } from '../files/photos-of-response.ts'
import type { Host } from '../host.ts'
import { keyedSha256 } from './fingerprint.ts'

type Keeper = Pick<Host, 'store' | 'files' | 'settings'>

/** Deletes a response with its photos: as its author wishes, or because its time is over. */
export async function deleteWhole(
  { store, files, settings }: Keeper,
  { id, locator }: { id: string; locator: string },
  by: By,
  contactId?: string,
): Promise<void> {
  await deleteFilesOf({ store, files }, id)
  const keyed = (sha256: string) => keyedSha256(settings.secretKey, sha256)
  const photos = await deleteResponse(store, locator, keyed, by, contactId)
  // One that arrived while the others were being deleted.
  for (const photo of photos ?? []) await files?.delete(photo)
}
