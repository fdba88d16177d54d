import { existsSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Client, createClient, type ResultSet } from '@libsql/client'
import { drizzle } from 'drizzle-orm/libsql'
import { migrate } from 'drizzle-orm/libsql/migrator'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { filePath } from './file.ts'
import { makeFolder } from './folder.ts'

/**
 * Brings the tables to the newest shape. An existing file with something to change is copied beside
 * itself first, as `….before-<migration>`; afterwards its integrity and references are checked.
 */
export async function migrateDatabase(url: string, token?: string): Promise<void> {
  const file = /^(https?|libsql|wss?):/.test(url) ? undefined : filePath(url)
  if (file) makeFolder(dirname(file))
  const address = file ? { url: `file:${file}`, concurrency: 1 } : { url, authToken: token ?? '' }
  const client = createClient(address)
  try {
    const pending = await pendingMigrations(client)
    if (pending === 'none') return
    if (file && pending === 'some') await backUp(client, file)
    await migrate(drizzle({ client }), { migrationsFolder: migrationsFolder() })
    await checkDatabase(client)
  } finally {
    client.close()
  }
}

/** Throws when the database is damaged or a reference leads nowhere. */
export async function checkDatabase(client: {
  execute(sql: string): Promise<ResultSet>
}): Promise<void> {
  const integrity = await client.execute('PRAGMA integrity_check')
  if (integrity.rows[0]?.[0] !== 'ok') throw new Error(`damaged: ${String(integrity.rows[0]?.[0])}`)
  const broken = await client.execute('PRAGMA foreign_key_check')
  if (broken.rows.length > 0) throw new Error(`${broken.rows.length} references lead nowhere`)
}

async function pendingMigrations(client: Client): Promise<'none' | 'some' | 'all'> {
  const { rows } = await client.execute(
    "SELECT 1 FROM sqlite_schema WHERE name = '__drizzle_migrations'",
  )
  if (rows.length === 0) return 'all'
  const last = await client.execute('SELECT max(created_at) FROM __drizzle_migrations')
  const newest = Math.max(...migrationFiles().map((migration) => migration.folderMillis))
  const done = Number(last.rows[0]?.[0] ?? 0)
  if (done === 0) return 'all'
  return done < newest ? 'some' : 'none'
}

const migrationFiles = () => readMigrationFiles({ migrationsFolder: migrationsFolder() })

// Written under another name first, so that a copy cut short is never taken for a backup.
async function backUp(client: Client, file: string) {
  const copy = `${file}.before-${migrationFiles().length - 1}`
  const unfinished = `${copy}.unfinished`
  rmSync(unfinished, { force: true })
  await client.execute({ sql: 'VACUUM INTO ?', args: [unfinished] })
  renameSync(unfinished, copy)
}

// The built server lies in dist/node, the source in db: the folder is found from either.
function migrationsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'db/migrations/meta/_journal.json'))) {
    const above = dirname(folder)
    if (above === folder) throw new Error('db/migrations is missing beside the program')
    folder = above
  }
  return join(folder, 'db/migrations')
}
