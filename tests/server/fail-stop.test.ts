import { expect, test } from 'vitest'
import { type Store, StoreBusy } from '../../db/store.ts'
import { isDiskFault, watchedStore } from '../../server/machine/fail-stop.ts'

const withCode = (code: string) => Object.assign(new Error(code), { code })

test('a disk that failed while writing stops the server; everything else is waited out', () => {
  expect(isDiskFault(withCode('SQLITE_IOERR_FSYNC'))).toBe(true)
  expect(isDiskFault(new StoreBusy('not stored', { cause: withCode('SQLITE_IOERR') }))).toBe(true)
  expect(isDiskFault(withCode('SQLITE_CORRUPT'))).toBe(true)
  for (const code of ['SQLITE_FULL', 'SQLITE_BUSY', 'SQLITE_CONSTRAINT', 'SQLITE_READONLY']) {
    expect(isDiskFault(new StoreBusy('not stored', { cause: withCode(code) }))).toBe(false)
  }
})

test('whoever wrote still hears that nothing was stored', async () => {
  const stopped: unknown[] = []
  const failure = new StoreBusy('not stored', { cause: withCode('SQLITE_IOERR_FSYNC') })
  const broken = { write: () => Promise.reject(failure), append: () => Promise.reject(failure) }
  const store = watchedStore(broken as unknown as Store, (error) => stopped.push(error))
  await expect(store.write([])).rejects.toBe(failure)
  await expect(store.append('', [])).rejects.toBe(failure)
  expect(stopped).toEqual([failure, failure])
})
