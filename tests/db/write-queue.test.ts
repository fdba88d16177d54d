import { createClient } from '@libsql/client/sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { system } from '../../db/audit.ts'
import { findConsultation, openConsultation } from '../../db/consultations.ts'
import { openFile } from '../../db/file.ts'
import { findSaved, saveResponse } from '../../db/responses.ts'
import { StoreBusy } from '../../db/store.ts'
import { sample } from './sample.ts'
import { embedded, newResponse, now } from './stores.ts'

let opened: Awaited<ReturnType<typeof embedded>>
let versionId = 0

beforeEach(async () => {
  opened = await embedded()
  await openConsultation(opened.store, sample, system(now))
  versionId = (await findConsultation(opened.store, 'yard'))?.editions[0]?.versionId ?? 0
})
afterEach(() => opened.end())

/** Another program, a backup say, that keeps the database to itself for a while. */
async function hold() {
  const other = createClient({ url: `file:${opened.path}`, concurrency: 1 })
  const held = await other.transaction('write')
  return async () => {
    await held.rollback()
    other.close()
  }
}

const pause = (ms: number) => new Promise((ready) => setTimeout(ready, ms))

test('while another program holds the database, answers wait and all are stored', async () => {
  const letGo = await hold()
  let ticks = 0
  const ticking = setInterval(() => ticks++, 10)
  const responses = Array.from({ length: 100 }, () => newResponse(versionId))
  const saving = Promise.all(responses.map((response) => saveResponse(opened.store, response)))
  await pause(600)
  clearInterval(ticking)
  // Waiting must not stop the rest of the house, also on a machine with too much to do.
  expect(ticks).toBeGreaterThan(5)
  await letGo()
  const saved = await saving
  expect(saved.every(({ outcome }) => outcome === 'stored')).toBe(true)
  expect((await opened.store.checkUp()).problems).toEqual([])
})

test('held too long, an answer is turned away unharmed, and the next one is stored', async () => {
  const impatient = await openFile(opened.path, { patience: 100 })
  const letGo = await hold()
  const early = newResponse(versionId)
  await expect(saveResponse(impatient, early)).rejects.toBeInstanceOf(StoreBusy)
  await letGo()
  expect(await findSaved(impatient, early.id)).toBeUndefined()
  expect((await saveResponse(impatient, early)).outcome).toBe('stored')
  expect((await impatient.checkUp()).problems).toEqual([])
  await impatient.close()
})

test('a full disk turns answers away and takes them again once there is room', async () => {
  const { store } = opened
  await store.read('PRAGMA max_page_count = 1')
  const large = { answers: { Q5: '树'.repeat(80_000) }, others: {} }
  const response = newResponse(versionId, { filled: large })
  await expect(saveResponse(store, response)).rejects.toBeInstanceOf(StoreBusy)
  expect(await findSaved(store, response.id)).toBeUndefined()
  // The queue has opened the database anew, and with it the limit is gone.
  expect((await saveResponse(store, response)).outcome).toBe('stored')
  expect((await store.checkUp()).problems).toEqual([])
})

test('every answer is on disk before it is acknowledged, however the settings were lost', async () => {
  const { store } = opened
  await expect(store.write(["INSERT INTO mailboxes (code) VALUES ('X')"])).rejects.toThrow()
  await saveResponse(store, newResponse(versionId))
  expect((await store.checkUp()).problems).toEqual([])
  await store.read('PRAGMA synchronous = OFF')
  expect((await store.checkUp()).problems).toEqual(['synchronous is 0'])
})

test('closing waits for what is being written and takes nothing more', async () => {
  const { store, path } = await embedded()
  await openConsultation(store, sample, system(now))
  const responses = Array.from({ length: 200 }, () => newResponse(1))
  const saving = Promise.all(responses.map((response) => saveResponse(store, response)))
  await store.close()
  expect((await saving).every(({ outcome }) => outcome === 'stored')).toBe(true)
  await expect(saveResponse(store, newResponse(1))).rejects.toBeInstanceOf(StoreBusy)
  const again = await openFile(path)
  const { rows } = await again.read('SELECT count(*) FROM responses')
  expect(rows[0]?.[0]).toBe(200)
  await again.close()
})
