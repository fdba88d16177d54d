import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFile } from '../../db/file.ts'
import { migrateDatabase } from '../../db/migrate.ts'
import { openRemote } from '../../db/remote.ts'
import type { NewResponse } from '../../db/responses.ts'
import type { Store } from '../../db/store.ts'
import { hasSqld, startSqld } from './sqld.ts'

export interface Opened {
  store: Store
  end(): Promise<void>
}

export const now = Date.UTC(2026, 10, 23, 4)

/** A fresh embedded database, gone again at the end. */
export async function embedded(): Promise<Opened & { path: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'forest-'))
  const path = join(folder, 'forest.db')
  await migrateDatabase(`file:${path}`)
  const store = await openFile(path)
  const end = async () => {
    await store.close()
    rmSync(folder, { recursive: true })
  }
  return { store, path, end }
}

/** A fresh database on a real libSQL server. */
async function served(): Promise<Opened> {
  const sqld = await startSqld()
  await migrateDatabase(sqld.url)
  const store = openRemote(sqld.url)
  const end = async () => {
    await store.close()
    await sqld.stop()
  }
  return { store, end }
}

/** Whatever holds for a store must hold on all of these. */
export const engines: { name: string; open(): Promise<Opened> }[] = [
  { name: 'the embedded file', open: embedded },
  ...(hasSqld() ? [{ name: 'a libSQL server', open: served }] : []),
]

/** A site's key is not needed to tell a hash from the same under one. */
export const keyed = (sha256: string) => [...sha256].reverse().join('').replace(/^./, '0')

export function newResponse(versionId: number, over: Partial<NewResponse> = {}): NewResponse {
  return {
    id: randomUUID(),
    versionId,
    mailboxNumber: 1,
    channel: 'qr',
    submittedAt: now,
    late: false,
    filled: { answers: { Q1: 'a', Q2: ['seats', 'other'], Q5: '树' }, others: { Q2: '秋千' } },
    sha256: 'a'.repeat(64),
    keyed,
    locator: randomBytes(8).toString('hex'),
    body: () => '{}',
    ...over,
  }
}
