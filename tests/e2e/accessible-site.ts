import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openConsultation, saveParticulars } from '../../db/consultations.ts'
import { openFile } from '../../db/file.ts'
import { migrateDatabase } from '../../db/migrate.ts'
import { noParticulars } from '../../db/particulars.ts'
import { garden } from '../../surveys/definitions/garden/consultation.ts'
import { huicheng } from '../../surveys/definitions/huicheng/consultation.ts'
import { openSite, type Site } from './site.ts'

/** The built server with every kind of question open, and a phone the committee has filled in. */
export async function openAccessibleSite(): Promise<Site> {
  const database = join(mkdtempSync(join(tmpdir(), 'accessible-')), 'forest.db')
  await migrateDatabase(`file:${database}`)
  const store = await openFile(`file:${database}`)
  const now = Date.now() - 60_000
  for (const consultation of [huicheng, garden]) {
    await openConsultation(store, consultation, now)
    const particulars = { ...noParticulars, phone: '021-6400 1234', organiser: '汇成片区居委会' }
    await saveParticulars(store, consultation.id, particulars, { at: now, actor: 'test' })
  }
  await store.close()
  return openSite(database)
}
