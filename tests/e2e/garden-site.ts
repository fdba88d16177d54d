import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openConsultation } from '../../db/consultations.ts'
import { openFile } from '../../db/file.ts'
import { migrateDatabase } from '../../db/migrate.ts'
import { garden } from '../../surveys/definitions/garden/consultation.ts'
import { openSite, type Site } from './site.ts'

/** The built server with the second consultation open beside the first. */
export async function openGardenSite(): Promise<Site> {
  const database = join(mkdtempSync(join(tmpdir(), 'garden-')), 'forest.db')
  await migrateDatabase(`file:${database}`)
  const store = await openFile(`file:${database}`)
  await openConsultation(store, garden, Date.now() - 60_000)
  await store.close()
  return openSite(database)
}
