import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client/sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openConsultation } from '../../db/consultations.ts'
import { openFile } from '../../db/file.ts'
import { migrateDatabase } from '../../db/migrate.ts'
import { saveResponse } from '../../db/responses.ts'
import { sample } from './sample.ts'
import { newResponse, now } from './stores.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'forest-'))
  path = join(folder, 'forest.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('an older database is copied first and keeps every answer', async () => {
  await migrateDatabase(path)
  const store = await openFile(path)
  await openConsultation(store, sample, now)
  const response = newResponse(1)
  await saveResponse(store, response)
  await store.close()
  await forgetLastMigration()

  await migrateDatabase(`file:${path}`)

  const copy = join(folder, `forest.db.before-${journal.entries.length - 1}`)
  expect(existsSync(copy)).toBe(true)
  for (const file of [path, copy]) {
    const kept = await openFile(file)
    const { rows } = await kept.read('SELECT id, answers FROM responses')
    expect(rows.map((row) => row.id)).toEqual([response.id])
    expect(JSON.parse(String(rows[0]?.answers))).toEqual(response.filled.answers)
    await kept.close()
  }
  expect(await addedTables()).toBe(added.length)
})

test('a database that is up to date is left alone', async () => {
  await migrateDatabase(path)
  const before = readFileSync(path)
  await migrateDatabase(path)
  expect(readFileSync(path).equals(before)).toBe(true)
  expect(existsSync(`${path}.before-${journal.entries.length - 1}`)).toBe(false)
})

test('a migration that fails leaves the database as it was', async () => {
  await migrateDatabase(path)
  await forgetLastMigration()
  const client = createClient({ url: `file:${path}` })
  // Stands in the way of the last of the new tables.
  await client.execute(`CREATE TABLE ${added.at(-1)} (id TEXT)`)
  client.close()
  await expect(migrateDatabase(path)).rejects.toThrow()
  expect(await addedTables()).toBe(1)
})

const folderOf = new URL('../../db/migrations/', import.meta.url)
const journal = JSON.parse(readFileSync(new URL('meta/_journal.json', folderOf), 'utf8'))
const newest = readFileSync(new URL(`${journal.entries.at(-1).tag}.sql`, folderOf), 'utf8')
const added = [...newest.matchAll(/^CREATE TABLE `(\w+)`/gm)].map(([, table]) => String(table))
const widened = [...newest.matchAll(/^ALTER TABLE `(\w+)` ADD `(\w+)`/gm)]
const indexed = [...newest.matchAll(/^CREATE (?:UNIQUE )?INDEX `(\w+)`/gm)]

async function addedTables() {
  const client = createClient({ url: `file:${path}` })
  const names = added.map((name) => `'${name}'`).join()
  const { rows } = await client.execute(
    `SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN (${names})`,
  )
  client.close()
  return rows[0]?.[0]
}

// Takes back the last migration, which only adds: tables, columns and indexes.
async function forgetLastMigration() {
  const client = createClient({ url: `file:${path}` })
  await client.batch(
    [
      ...indexed.map(([, index]) => `DROP INDEX ${index}`),
      ...added.toReversed().map((table) => `DROP TABLE ${table}`),
      ...widened.map(([, table, column]) => `ALTER TABLE ${table} DROP COLUMN ${column}`),
      'DELETE FROM __drizzle_migrations WHERE created_at = (SELECT max(created_at) FROM __drizzle_migrations)',
    ],
    'write',
  )
  client.close()
}
