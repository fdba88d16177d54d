import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFile } from '../../db/file.ts'
import { migrateDatabase } from '../../db/migrate.ts'
import { committeeActs } from '../../server/machine/demo-committee.ts'
import { fillDemo } from '../../server/machine/demo-responses.ts'
import { neighboursAnswer } from './neighbours.ts'
import { openSite, type Site } from './site.ts'

/** The built server with the demonstration, what a committee made of it, and eight answers that are all the same. */
export async function openCommitteeSite(): Promise<Site> {
  const database = join(mkdtempSync(join(tmpdir(), 'committee-')), 'forest.db')
  const databaseUrl = `file:${database}`
  await migrateDatabase(databaseUrl)
  await fillDemo(
    {
      ...{ port: 0, host: '127.0.0.1', databaseUrl, trustedProxies: 0, demo: false },
      ...{ publicOrigin: 'http://localhost', secretKey: new Uint8Array(32) },
    },
    300,
  )
  const store = await openFile(databaseUrl)
  await committeeActs(store, 'huicheng', Date.now())
  await store.close()
  const site = await openSite(database)
  await neighboursAnswer(site.origin, 'adult', 8, { who: () => 7 })
  return site
}
