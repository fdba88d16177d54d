import { checkFileId, type FileStore } from './file-store.ts'

/** What is used of an R2 bucket, as wrangler.toml binds it. */
export interface Bucket {
  put(key: string, bytes: Uint8Array): Promise<unknown>
  get(key: string): Promise<{ arrayBuffer(): Promise<ArrayBuffer> } | null>
  delete(key: string): Promise<void>
}

/** Files in a private R2 bucket. */
export function openBucket(bucket: Bucket): FileStore {
  return {
    async put(id, bytes) {
      await bucket.put(checkFileId(id), bytes)
    },
    async get(id) {
      const found = await bucket.get(checkFileId(id))
      return found ? new Uint8Array(await found.arrayBuffer()) : undefined
    },
    async delete(id) {
      await bucket.delete(checkFileId(id))
    },
  }
}
