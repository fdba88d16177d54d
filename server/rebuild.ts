import { rebuildColumns, versionColumns } from '../db/columns.ts'
import type { Store } from '../db/store.ts'
import { frozenEdition, listAllVersions } from '../db/versions.ts'
import { columnsToBytes } from '../surveys/engine/column-bytes.ts'
import { withStore } from './machine/with-store.ts'

// Makes the result columns again from the responses themselves and says whether they had differed.
await withStore(async (store) => {
  const before = await allColumns(store)
  const chunks = await rebuildColumns(store)
  const after = await allColumns(store)
  if (after.size === 0) console.log('还没有问卷 · no questionnaire yet')
  for (const [version, { name, count, bytes }] of after) {
    const same = Buffer.compare(bytes, before.get(version)?.bytes ?? new Uint8Array()) === 0
    const found = same ? '与原来一致 · as before' : '原来有误，已改正 · had differed, now right'
    console.log(
      `${name}：${count} 份答卷 · responses, ${chunks.get(version) ?? 0} 段 · chunks：${found}`,
    )
  }
})

async function allColumns(store: Store) {
  const all = new Map<number, { name: string; count: number; bytes: Uint8Array }>()
  for (const version of await listAllVersions(store)) {
    const columns = await versionColumns(store, version.id, await frozenEdition(store, version))
    const name = `${version.consultationId} ${version.audience} ${version.number}`
    all.set(version.id, { name, count: columns.count, bytes: columnsToBytes(columns) })
  }
  return all
}
