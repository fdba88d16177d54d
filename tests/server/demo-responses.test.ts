import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { claimDemoDatabase } from '../../server/machine/demo-database.ts'
import { fillDemo } from '../../server/machine/demo-responses.ts'
import { openStore } from '../../server/machine/forest.ts'
import { readSettings } from '../../server/settings.ts'

test('a demonstration is filled once, however often it is started, over several days', async () => {
  const databaseUrl = `file:${join(mkdtempSync(join(tmpdir(), 'demo-')), 'demo.db')}`
  const read = readSettings({ DATABASE_URL: databaseUrl, DEMO: '1' })
  if (!('settings' in read)) throw new Error(read.faults.join())
  const settings = { ...read.settings, secretKey: new Uint8Array(32) }
  await claimDemoDatabase(databaseUrl)
  await fillDemo(settings, 60)
  await fillDemo(settings, 60)
  await fillDemo(settings, 240)
  const { store, release } = await openStore(settings)
  const { rows } = await store.read('SELECT count(*), count(DISTINCT day) FROM responses')
  expect(Number(rows[0]?.[0])).toBe(240 + 60)
  expect(Number(rows[0]?.[1])).toBeGreaterThan(5)
  const photos = await store.read("SELECT state FROM files WHERE purpose = 'photo'")
  expect(photos.rows.length).toBeGreaterThan(0)
  // Nobody has looked at them: that is what the demonstration shows.
  expect(new Set(photos.rows.map(({ state }) => state))).toEqual(new Set(['held']))
  await store.close()
  release()
})
