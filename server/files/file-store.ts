/**
 * Where the bytes of recordings, plans, images and photos lie; what they are stands in the database.
 * A store only keeps: who may see what is decided by those who ask it.
 */
export interface FileStore {
  /** Resolves when the bytes are kept for good. */
  put(id: string, bytes: Uint8Array): Promise<void>
  get(id: string): Promise<Uint8Array<ArrayBuffer> | undefined>
  /** Gone afterwards, whether it was there or not. */
  delete(id: string): Promise<void>
}

/** Ids become names of files and keys, so they are letters, digits and hyphens only. */
export const isFileId = (id: string) => /^[a-z0-9-]{16,64}$/.test(id)

export function checkFileId(id: string): string {
  if (!isFileId(id)) throw new Error('that is not the id of a file')
  return id
}
