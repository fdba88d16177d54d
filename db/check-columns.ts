import { columnsToBytes } from '../surveys/engine/column-bytes.ts'
import { listChunks, readChunks } from './chunks.ts'
import { forgetColumns } from './columns.ts'
import { readColumnRows } from './response-rows.ts'
import { breath, encodeCalmly, sealDueChunks } from './sealing.ts'
import type { Store } from './store.ts'
import { frozenEdition, listAllVersions } from './versions.ts'

/**
 * Compares every chunk with the responses it stands for and seals anew those that differ. Returns how many were
 * looked at and how many had differed, which none should: results are counted from the chunks.
 */
export async function checkColumns(store: Store): Promise<{ checked: number; repaired: number }> {
  const found = { checked: 0, repaired: 0 }
  for (const version of await listAllVersions(store)) {
    const edition = await frozenEdition(store, version)
    const before = found.repaired
    for (const key of await listChunks(store, version.id)) {
      const { firstSeq, lastSeq, token } = key
      const stored = (await readChunks(store, version.id, [key])).get(token)
      // It left because a response in it changed just now.
      if (!stored) continue
      const range = { from: firstSeq, to: lastSeq, limit: lastSeq - firstSeq + 1 }
      const fresh = await encodeCalmly(edition, await readColumnRows(store, version.id, range))
      found.checked++
      if (sameBytes(columnsToBytes(fresh), columnsToBytes(stored))) continue
      // Changed while it was read: its token is gone, and nothing is deleted.
      const [gone] = await store.write([
        {
          sql: 'DELETE FROM chunks WHERE version_id = ? AND first_seq = ? AND token = ?',
          args: [version.id, firstSeq, token],
        },
      ])
      found.repaired += gone?.rowsAffected ?? 0
      await breath()
    }
    if (found.repaired === before) continue
    await sealDueChunks(store, version.id, edition)
    forgetColumns(store, version.id)
  }
  return found
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at])
}
