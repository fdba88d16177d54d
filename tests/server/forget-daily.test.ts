import { randomUUID } from 'node:crypto'
import { existsSync, utimesSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { system } from '../../db/audit.ts'
import { closeConsultation, openConsultation } from '../../db/consultations.ts'
import { filePath } from '../../db/file.ts'
import type { Store } from '../../db/store.ts'
import { forgetDaily } from '../../server/machine/forget-daily.ts'
import { sample } from '../db/sample.ts'
import { openNodeHost } from './contract/node-host.ts'
import { draft, put } from './contract/phone.ts'

const day = 86_400_000
type Opened = Awaited<ReturnType<typeof openNodeHost>>
let host: Opened & { log(): void }

beforeAll(async () => {
  host = { ...(await openNodeHost()), log() {} }
  await openConsultation(host.store, sample, system(Date.now() - 500 * day))
})
afterAll(() => host.end())

const responses = async () =>
  (await host.store.read('SELECT id FROM responses')).rows.map(({ id }) => String(id))

/** Two people answered; the time for which their answers may be kept is over. */
async function answeredLongAgo(): Promise<[string, string]> {
  const ids: [string, string] = [randomUUID(), randomUUID()]
  await closeConsultation(host.store, sample.id, system(Date.now() + day))
  for (const id of ids) {
    expect((await host.request(`/api/responses/${id}`, put(draft()))).status).toBe(201)
  }
  await closeConsultation(host.store, sample.id, system(Date.now() - 450 * day))
  return ids
}

/** One round of forgetting by a host that is partly broken, until `left` answers are left. Returns what it logged. */
async function forget(broken: Partial<Opened>, left: number): Promise<unknown[]> {
  const lines: unknown[] = []
  const stop = forgetDaily({ ...host, ...broken, log: (line) => lines.push(line) })
  await expect.poll(responses).toHaveLength(left)
  await expect.poll(() => lines).toHaveLength(1)
  stop()
  return lines
}

const slip = () => Promise.reject(new TypeError('一句话'))
const said = (failed: string) => ({ nightly: 'forget', failed, frames: expect.any(Array) })

test('what cannot be forgotten for a bug of ours is said in the log, and holds up nothing else', async () => {
  await answeredLongAgo()
  const copy = `${filePath(host.settings.databaseUrl)}.before-0001`
  writeFileSync(copy, '')
  utimesSync(copy, 0, 0)
  const { store } = host
  const read: Store['read'] = (sql, args) => (/contacts/.test(sql) ? slip() : store.read(sql, args))
  expect(await forget({ store: { ...store, read } }, 0)).toEqual([said('TypeError')])
  expect(existsSync(copy)).toBe(false)
})

test('one answer that cannot be deleted holds up no other, and goes the next day', async () => {
  const [first] = await answeredLongAgo()
  const { store } = host
  let writes = 0
  const write: Store['write'] = (statements) => (writes++ === 0 ? slip() : store.write(statements))
  const lines = await forget({ store: { ...store, write } }, 1)
  expect(lines).toEqual([said('TypeError')])
  expect(JSON.stringify(lines)).not.toContain('一句话')
  expect(await responses()).toEqual([first])
  const stop = forgetDaily(host)
  await expect.poll(responses).toEqual([])
  stop()
})

test('a folder that cannot be read holds up no answer', async () => {
  await answeredLongAgo()
  const settings = { ...host.settings, databaseUrl: 'file:/nowhere/forest.db' }
  expect(await forget({ settings }, 0)).toEqual([said('Error')])
})
