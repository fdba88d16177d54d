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

  const copy = join(folder, 'forest.db.before-1')
  expect(existsSync(copy)).toBe(true)
  for (const file of [path, copy]) {
    const kept = await openFile(file)
    const { rows } = await kept.read('SELECT id, answers FROM responses')
    expect(rows.map((row) => row.id)).toEqual([response.id])
    expect(JSON.parse(String(rows[0]?.answers))).toEqual(response.filled.answers)
    await kept.close()
  }
  expect(await triggers()).toBe(4)
})

test('a database that is up to date is left alone', async () => {
  await migrateDatabase(path)
  const before = readFileSync(path)
  await migrateDatabase(path)
  expect(readFileSync(path).equals(before)).toBe(true)
  expect(existsSync(`${path}.before-1`)).toBe(false)
})

test('a migration that fails leaves the database as it was', async () => {
  await migrateDatabase(path)
  await forgetLastMigration()
  const client = createClient({ url: `file:${path}` })
  // Stands in the way of the last of four triggers.
  await client.execute(
    'CREATE TRIGGER versions_never_leave BEFORE DELETE ON versions BEGIN SELECT 1; END',
  )
  client.close()
  await expect(migrateDatabase(path)).rejects.toThrow()
  expect(await triggers()).toBe(1)
})

async function triggers() {
  const client = createClient({ url: `file:${path}` })
  const { rows } = await client.execute("SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'")
  client.close()
  return rows[0]?.[0]
}

// Takes back the last migration, which only adds triggers.
async function forgetLastMigration() {
  const client = createClient({ url: `file:${path}` })
  await client.batch(
    [
      ...['audit_entries_never_change', 'audit_entries_never_leave'],
      ...['versions_never_change', 'versions_never_leave'],
    ].map((name) => `DROP TRIGGER ${name}`),
    'write',
  )
  await client.execute(
    'DELETE FROM __drizzle_migrations WHERE created_at = (SELECT max(created_at) FROM __drizzle_migrations)',
  )
  client.close()
}
