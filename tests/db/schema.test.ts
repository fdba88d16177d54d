import { afterAll, beforeAll, expect, test } from 'vitest'
import { embedded, type Opened } from './stores.ts'

let opened: Opened
let tables: { name: string; sql: string }[]

beforeAll(async () => {
  opened = await embedded()
  const { rows } = await opened.store.read(
    "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\'",
  )
  tables = rows.map((row) => ({ name: String(row.name), sql: String(row.sql) }))
})
afterAll(() => opened.end())

test('every table is STRICT', async () => {
  expect(tables.length).toBeGreaterThan(12)
  expect(tables.filter(({ sql }) => !sql.endsWith('STRICT'))).toEqual([])
})

test('every text column has a limit', async () => {
  const unlimited: string[] = []
  for (const { name, sql } of tables) {
    const { rows } = await opened.store.read(`PRAGMA table_info(${name})`)
    for (const row of rows.filter(({ type }) => String(type).toUpperCase() === 'TEXT')) {
      const isLimited = sql.includes(`CHECK(length("${name}"."${row.name}") BETWEEN`)
      if (!isLimited) unlimited.push(`${name}.${row.name}`)
    }
  }
  expect(unlimited).toEqual([])
})

test('every column named after another table’s row really refers to it', async () => {
  const loose: string[] = []
  for (const { name } of tables) {
    const columns = await opened.store.read(`PRAGMA table_info(${name})`)
    const keys = await opened.store.read(`PRAGMA foreign_key_list(${name})`)
    const bound = keys.rows.map((row) => row.from)
    for (const { name: column } of columns.rows) {
      const refers = /_(id|number)$/.test(String(column))
      if (refers && !bound.includes(column)) loose.push(`${name}.${column}`)
    }
  }
  expect(loose).toEqual([])
})

test('a reference that leads nowhere is refused', async () => {
  const orphan =
    "INSERT INTO mailboxes (code, neighbourhood_id, name, place) VALUES ('AAA1', 'nowhere', '{}', '{}')"
  await expect(opened.store.write([orphan])).rejects.toThrow('FOREIGN KEY')
})

test('replacing an audit entry is refused like removing it', async () => {
  const entry = (seq: number) =>
    `INSERT OR REPLACE INTO audit_entries VALUES (${seq}, 1, 'a', 'a', 'a', '${'0'.repeat(64)}', '${'1'.repeat(64)}')`
  await opened.store.write([entry(1)])
  await expect(opened.store.write([entry(1)])).rejects.toThrow('append-only')
})
