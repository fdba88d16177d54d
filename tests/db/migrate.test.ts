import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createClient } from '@libsql/client/sqlite3'
import { drizzle } from 'drizzle-orm/libsql'
import { migrate } from 'drizzle-orm/libsql/migrator'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { system } from '../../db/audit.ts'
import { openConsultation } from '../../db/consultations.ts'
import { listDecisions, listPublicDecisions } from '../../db/decisions.ts'
import { openFile } from '../../db/file.ts'
import { migrateDatabase } from '../../db/migrate.ts'
import { saveResponse } from '../../db/responses.ts'
import { sameKey } from '../../db/same-key.ts'
import { listSuggested } from '../../db/suggestion-list.ts'
import { sample as plain, yard } from './sample.ts'
import { newResponse, now } from './stores.ts'

const sample = { ...plain, editions: [{ ...yard, suggestion: 'Q5' }] }

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'forest-'))
  path = join(folder, 'forest.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('an older database is copied first and keeps every answer, reply and decision', async () => {
  await migrateToBefore('0004_answering_back')
  const store = await openFile(path)
  await openConsultation(store, sample, system(now))
  const response = newResponse(1)
  await saveResponse(store, response)
  await store.write(older(response.id))
  await store.close()

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
  const kept = await openFile(path)
  const [suggested] = await listSuggested(kept, sample.id, { limit: 10 })
  expect(suggested).toMatchObject({
    ...{ state: 'answered', reply: '好', rating: 'fair', sameKey: sameKey('adult', 'Q5', '树') },
    card: { number: 1, subject: '树', outcome: 'explained', note: '' },
  })
  expect(await listPublicDecisions(kept, sample.id)).toMatchObject([
    { title: '种树', findings: [], decision: '种', publishedAt: now, photoId: null },
  ])
  expect((await listDecisions(kept, sample.id)).map(({ published }) => published === null)).toEqual(
    [true, false],
  )
  await kept.close()
})

test('a database that is up to date is left alone', async () => {
  await migrateDatabase(path)
  const before = readFileSync(path)
  await migrateDatabase(path)
  expect(readFileSync(path).equals(before)).toBe(true)
  expect(existsSync(`${path}.before-${journal.entries.length - 1}`)).toBe(false)
})

test('a migration that fails leaves the database as it was', async () => {
  await migrateToBefore('0004_answering_back')
  const before = await tables()
  const client = createClient({ url: `file:${path}` })
  // Stands in the way of the last of the new tables.
  await client.execute('CREATE TABLE __new_decisions (id TEXT)')
  client.close()
  await expect(migrateDatabase(path)).rejects.toThrow()
  expect((await tables()).filter(({ name }) => name !== '__new_decisions')).toEqual(before)
})

const migrations = fileURLToPath(new URL('../../db/migrations/', import.meta.url))
const journal = JSON.parse(readFileSync(join(migrations, 'meta/_journal.json'), 'utf8'))

async function tables() {
  const client = createClient({ url: `file:${path}` })
  const { rows } = await client.execute('SELECT name, sql FROM sqlite_schema ORDER BY name')
  client.close()
  return rows.map(({ name, sql }) => ({ name, sql }))
}

/** A database as the version before this migration left it. */
async function migrateToBefore(migration: string) {
  const earlier = join(folder, 'earlier')
  cpSync(migrations, earlier, { recursive: true })
  const at = journal.entries.findIndex(({ tag }: { tag: string }) => tag === migration)
  const entries = journal.entries.slice(0, at)
  writeFileSync(join(earlier, 'meta/_journal.json'), JSON.stringify({ ...journal, entries }))
  const client = createClient({ url: `file:${path}` })
  await migrate(drizzle({ client }), { migrationsFolder: earlier })
  client.close()
}

/** A suggestion on its way, and two decisions of which one is public, in the shape they had then. */
const older = (responseId: string) => [
  {
    sql: `INSERT INTO suggestions (response_id, consultation_id, version_id, question, created_at,
      state, reply, replied_at, replied_by) VALUES (?, ?, 1, 'Q5', ?, 'answered', '好', ?, 'one')`,
    args: [responseId, sample.id, now, now],
  },
  {
    sql: `INSERT INTO suggestion_cards (response_id, consultation_id, number, subject, matter, proposal,
      place, category, registered_at, registered_by, outcome, rating, rated_at)
      VALUES (?, ?, 1, '树', '', '', '', '', ?, 'one', 'explained', 'fair', ?)`,
    args: [responseId, sample.id, now, now],
  },
  ...[null, now].map((publishedAt, at) => ({
    sql: `INSERT INTO decisions (id, consultation_id, number, title, findings, options, verdict, decision,
      reason, decided_by, decided_on, action, unit, due_on, progress, progress_note, written_at,
      written_by, published_at) VALUES (?, ?, ?, '种树', '[]', '', 'do', '种', '', '', '', '', '', '',
      'planned', '', ?, 'one', ?)`,
    args: [`${at}`.repeat(36), sample.id, 2 - at, now, publishedAt],
  })),
]
