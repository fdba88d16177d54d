import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openFolder, sweepFolder } from '../../../server/files/folder-store.ts'
import { filesFolder } from '../../../server/machine/files-folder.ts'
import { describeFileStore } from './file-store-contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'forest-files-'))
afterAll(() => rmSync(folder, { recursive: true }))

describeFileStore('in a folder of this machine', () => openFolder(join(folder, 'contract')))

test('nobody else on the machine can read what is kept', async () => {
  const own = join(folder, 'own')
  const name = 'a'.repeat(32)
  await openFolder(own).put(name, new Uint8Array([1]))
  expect(statSync(own).mode & 0o077).toBe(0)
  expect(statSync(join(own, name)).mode & 0o077).toBe(0)
  expect(readdirSync(own)).toEqual([name])
})

test('at the next start, what a crash left behind is swept away and the rest stays', async () => {
  const swept = join(folder, 'swept')
  const [kept, orphan] = ['b'.repeat(32), 'c'.repeat(32)]
  const store = openFolder(swept)
  await store.put(kept, new Uint8Array([1]))
  await store.put(orphan, new Uint8Array([2]))
  writeFileSync(join(swept, `${kept}.12345678.unfinished`), 'half')
  expect(await sweepFolder(swept, async () => new Set([kept]))).toBe(2)
  expect(readdirSync(swept)).toEqual([kept])
})

test('two databases in one place keep their files apart', () => {
  expect(filesFolder('file:data/forest.db')).toBe('data/forest-files')
  expect(filesFolder('file:data/demo.db')).toBe('data/demo-files')
  expect(filesFolder('https://database.example.cn')).toBeUndefined()
})
