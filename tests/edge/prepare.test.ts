import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRemote } from '../../db/remote.ts'
import { hasSqld, type Sqld, startSqld } from '../db/sqld.ts'
import { start } from '../server/hosts/program.ts'

// The step of a deploy that comes before the worker itself: it runs wherever `npm run deploy` is typed.
describe.skipIf(!hasSqld())('preparing a libSQL server', () => {
  let sqld: Sqld
  beforeAll(async () => {
    sqld = await startSqld()
  })
  afterAll(() => sqld.stop())

  test('makes tables, consultation and set-up link without knowing the key, and may be repeated', async () => {
    const environment = { DATABASE_URL: sqld.url, PUBLIC_ORIGIN: 'https://forest.example.cn' }
    for (let times = 0; times < 2; times++) {
      const { code, said } = await start('prepare', environment).ended
      expect(code).toBe(0)
      expect(said).toMatch(/https:\/\/forest\.example\.cn\/desk\/setup\/\S{40,}/)
    }
    const store = openRemote(sqld.url)
    const { rows } = await store.read('SELECT code FROM mailboxes ORDER BY code')
    expect(rows.map((row) => row.code)).toEqual(['HC1A', 'HC2A', 'HC3A', 'HC4A', 'HC5A'])
  })
})
