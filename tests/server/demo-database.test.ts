import { linkSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { openFile } from '../../db/file.ts'
import { migrateDatabase } from '../../db/migrate.ts'
import { claimDemoDatabase, demoEnvironment } from '../../server/machine/demo-database.ts'

let real = ''
let demo = ''
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'demo-'))
  real = join(folder, 'forest.db')
  demo = join(folder, 'demo.db')
})

test('a demonstration goes to its own database and every page says so', () => {
  expect(demoEnvironment({})).toMatchObject({ DATABASE_URL: 'file:data/demo.db', DEMO: '1' })
})

test('a demonstration cannot be pointed at another database', () => {
  expect(() => demoEnvironment({ DATABASE_URL: 'file:data/forest.db' })).toThrow('DATABASE_URL')
  expect(() => demoEnvironment({ DATABASE_URL: 'libsql://db.example' })).toThrow('DATABASE_URL')
})

test('a new demonstration database can be claimed, and claimed again later', async () => {
  await claimDemoDatabase(demo)
  await migrateDatabase(`file:${demo}`)
  await claimDemoDatabase(demo)
})

test('a real database put in the place of the demonstration is refused and stays as it was', async () => {
  await migrateDatabase(`file:${demo}`)
  await (await openFile(demo)).close()
  const before = readFileSync(demo)
  await expect(claimDemoDatabase(demo)).rejects.toThrow('nothing was written')
  expect(readFileSync(demo).equals(before)).toBe(true)
})

test('a link to a real database is refused', async () => {
  writeFileSync(real, '')
  symlinkSync(real, demo)
  await expect(claimDemoDatabase(demo)).rejects.toThrow('link')
})

test('a second name of a real database is refused', async () => {
  await migrateDatabase(`file:${real}`)
  linkSync(real, demo)
  await expect(claimDemoDatabase(demo)).rejects.toThrow('link')
})
