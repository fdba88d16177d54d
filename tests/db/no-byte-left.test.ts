import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { resident, system } from '../../db/audit.ts'
import { openConsultation } from '../../db/consultations.ts'
import { correctResponse, deleteResponse } from '../../db/response-changes.ts'
import { saveResponse } from '../../db/responses.ts'
import { sample } from './sample.ts'
import { embedded, keyed, newResponse, now } from './stores.ts'

const canary = () => `CANARY${randomBytes(9).toString('hex')}`
const canaries = (most: number) => Array.from({ length: 1 + randomInt(most) }, canary)

/** Every canary in any file beside the database. */
function canariesIn(folder: string): Set<string> {
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'))
  return new Set(files.flatMap((bytes) => bytes.match(/CANARY[0-9a-f]{18}/g) ?? []))
}

test('of thousands of answers, corrected and deleted in any order, no file keeps a byte', async () => {
  const { store, path, end } = await embedded()
  try {
    await openConsultation(store, sample, system(now))
    const people = Array.from({ length: 1500 }, (_, i) => {
      // Some are long enough to need pages of their own.
      const words = canaries(i % 20 === 0 ? 150 : 6)
      const others = { Q2: canary() }
      const filled = { answers: { Q1: 'a', Q5: words.join(' ') }, others }
      return {
        words: [...words, others.Q2],
        response: newResponse(1, { id: randomUUID(), filled }),
      }
    })
    for (let i = 0; i < people.length; i += 100) {
      const some = people.slice(i, i + 100)
      await Promise.all(some.map(({ response }) => saveResponse(store, response)))
    }
    for (const [i, { response }] of people.entries()) {
      const answers = { Q1: 'a', Q5: '好'.repeat(randomInt(200) + 1) }
      if (i % 3 === 0) await deleteResponse(store, response.locator, keyed, resident(now))
      if (i % 3 === 1) await correctResponse(store, response.locator, { answers, others: {} }, now)
    }
    const gone = people.filter((_, i) => i % 3 !== 2).flatMap(({ words }) => words)
    const left = () => {
      const found = canariesIn(dirname(path))
      return gone.filter((word) => found.has(word)).length
    }
    await expect.poll(left, { timeout: 20_000, interval: 200 }).toBe(0)
    const found = canariesIn(dirname(path))
    const kept = people.filter((_, i) => i % 3 === 2).flatMap(({ words }) => words)
    expect(kept.filter((word) => !found.has(word))).toEqual([])
  } finally {
    await end()
  }
}, 60_000)
