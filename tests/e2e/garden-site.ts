import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { system } from '../../db/audit.ts'
import { openConsultation } from '../../db/consultations.ts'
import { openFile } from '../../db/file.ts'
import { migrateDatabase } from '../../db/migrate.ts'
import { filesFolder } from '../../server/machine/files-folder.ts'
import { garden } from '../../surveys/definitions/garden/consultation.ts'
import { openSite, type Site } from './site.ts'

/** The built server with the second consultation open beside the first: it has a question of every kind. */
export async function openGardenSite(): Promise<Site> {
  const database = join(mkdtempSync(join(tmpdir(), 'garden-')), 'forest.db')
  await migrateDatabase(`file:${database}`)
  const store = await openFile(`file:${database}`)
  await openConsultation(store, garden, system(Date.now() - 60_000))
  await store.close()
  return openSite(database)
}

/** The bytes of every photo this site keeps. */
export function keptPhotos({ database }: Site): Buffer[] {
  const folder = filesFolder(`file:${database}`)
  if (!folder || !existsSync(folder)) return []
  return readdirSync(folder).map((file) => readFileSync(join(folder, file)))
}
