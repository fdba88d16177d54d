import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { system } from '../../../db/audit.ts'
import { openConsultation } from '../../../db/consultations.ts'
import { openFile } from '../../../db/file.ts'
import { migrateDatabase } from '../../../db/migrate.ts'
import { createApp } from '../../../server/app.ts'
import { huicheng } from '../../../surveys/definitions/huicheng/consultation.ts'

export const opened = Date.UTC(2026, 2, 2, 2)
export const day = 86_400_000

/** The whole site on a migrated database with the Huicheng consultation, and a calendar a test can turn. */
export async function openResidentSite() {
  const folder = mkdtempSync(join(tmpdir(), 'forest-resident-'))
  const databaseUrl = `file:${join(folder, 'forest.db')}`
  await migrateDatabase(databaseUrl)
  const store = await openFile(databaseUrl)
  await openConsultation(store, huicheng, system(opened))
  const clock = { now: opened + day }
  const settings = {
    ...{ port: 0, host: '127.0.0.1', databaseUrl, publicOrigin: 'http://localhost' },
    ...{ secretKey: new TextEncoder().encode('k'.repeat(40)), trustedProxies: 0, demo: false },
  }
  const app = createApp(() => ({ store, settings, now: () => clock.now, log() {} }))
  const ask = async (path: string, init?: RequestInit) => {
    const answer = await app.request(path, init)
    const page = await answer.text()
    return { status: answer.status, page, to: answer.headers.get('Location') ?? '' }
  }
  const end = async () => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { store, clock, ask, end, settings }
}
