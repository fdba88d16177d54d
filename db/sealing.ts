import type { Edition } from '../surveys/engine/definition.ts'
import { chunkSize, encode, insertChunk, listChunks, uncovered } from './chunks.ts'
import { readResponses } from './response-rows.ts'
import type { Store } from './store.ts'

/**
 * Turns responses that no chunk covers into chunks: gaps always, the tail once it fills one.
 * Safe beside every other write and on several hosts at once. Returns how many chunks it added.
 */
export async function sealDueChunks(
  store: Store,
  versionId: number,
  edition: Edition,
): Promise<number> {
  let sealed = 0
  for (const range of uncovered(await listChunks(store, versionId))) {
    let from = range.from
    while (from <= range.to) {
      const rows = await readResponses(store, versionId, { from, to: range.to, limit: chunkSize })
      const isTail = range.to === Number.MAX_SAFE_INTEGER
      if (isTail && rows.length < chunkSize) break
      // The last chunk of a gap reaches to its end, so that chunks stand shoulder to shoulder.
      const to = rows.length < chunkSize ? range.to : (rows.at(-1)?.seq ?? range.to)
      const revisions = rows.reduce((sum, row) => sum + row.revision, 0)
      const chunk = insertChunk(versionId, { from, to }, encode(edition, rows), revisions)
      const [added] = await store.write([chunk])
      sealed += added?.rowsAffected ?? 0
      from = to + 1
      await breath()
    }
  }
  return sealed
}

/** Lets requests that wait be served between two pieces of long work. */
export function breath(): Promise<void> {
  return new Promise((ready) => setTimeout(ready, 0))
}
