import { expect, test } from 'vitest'
import { system } from '../../db/audit.ts'
import { chunkSize } from '../../db/chunks.ts'
import { findConsultation, openConsultation } from '../../db/consultations.ts'
import { isOutage } from '../../db/faults.ts'
import { sealSoon } from '../../db/seal-soon.ts'
import { StoreBusy } from '../../db/store.ts'
import { sample } from './sample.ts'
import { embedded, now } from './stores.ts'

const withCode = (code: string) => Object.assign(new Error(code), { code })
const beneath = (cause: Error) => new Error('Failed query', { cause })

test.each([
  ['a store that is closed', new StoreBusy('the store is closed'), true],
  ['a lock that another program holds', withCode('SQLITE_BUSY'), true],
  ['a full disk, under the words of who asked', beneath(beneath(withCode('SQLITE_FULL'))), true],
  ['a server that cannot be reached', beneath(withCode('ECONNREFUSED')), true],
  ['a query of ours that is wrong', beneath(withCode('SQLITE_ERROR')), false],
  ['a rule of the tables that was broken', withCode('SQLITE_CONSTRAINT'), false],
  ['a slip of ours', new TypeError('undefined is not a function'), false],
])('%s: is it an outage?', (_, error, outage) => {
  expect(isOutage(error)).toBe(outage)
})

test('results that cannot be sealed for a bug are heard of; for an outage they wait', async () => {
  const { store, end } = await embedded()
  await openConsultation(store, sample, system(now))
  const versionId = (await findConsultation(store, 'yard'))?.editions[0]?.versionId ?? 0
  const heard: unknown[] = []
  const onFault = (error: unknown) => heard.push(error)
  const bug = new TypeError('a slip of ours')
  let asked = 0
  const failing = (error: Error) => {
    const read = () => {
      asked++
      return Promise.reject(error)
    }
    return { ...store, read, onFault }
  }
  sealSoon(failing(new StoreBusy('not now')), versionId, chunkSize)
  await expect.poll(() => asked, { timeout: 5_000 }).toBe(1)
  expect(heard).toEqual([])
  sealSoon(failing(bug), versionId, chunkSize)
  await expect.poll(() => heard, { timeout: 5_000 }).toEqual([bug])
  await end()
})
