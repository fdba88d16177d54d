import { type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findConsultation } from '../../../db/consultations.ts'
import { exportFormats } from '../../../web/desk/export/formats.ts'
import { fillTo } from '../../bench/many-responses.ts'
import { type DeskSite, member, openDesk } from '../desk/desk-site.ts'

const people = 12_000
let desk: DeskSite
/** How many responses have been read from the database since the file was asked for. */
let read = 0

beforeAll(async () => {
  desk = await openDesk()
  const consultation = await findConsultation(desk.store, 'round')
  if (!consultation) throw new Error('there is no round')
  await fillTo(desk.store, consultation, people, (person) => ({
    ...{ audience: 'adult', mailboxNumber: 1 },
    filled: { answers: { Q1: 'east', Q6: wordsOf(person) }, others: {} },
  }))
  await desk.setUp()
  await desk.signIn()
  const { store } = desk
  const plainly = store.read
  store.read = async (sql, args) => {
    const found = await plainly(sql, args)
    const page = found.rows[0]?.found
    if (typeof page === 'string') read += JSON.parse(`[${page}]`).length
    return found
  }
}, 120_000)
beforeEach(() => {
  read = 0
})
afterAll(() => desk.close())

const path = '/desk/c/round/export'
const asked = { password: member.password, purpose: '年度分析' }

describe('whoever stops taking a file stops the reading of the database', () => {
  test.each(exportFormats)(
    'as %s',
    async (format) => {
      await takenSlowly(await desk.post(`${path}/adult`, { ...asked, format }))
    },
    120_000,
  )

  test('over a connection too', async () => {
    const server = serve({ fetch: desk.app.fetch, port: 0 })
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as AddressInfo
    const sent = request({
      ...{ port, path: `${path}/adult`, method: 'POST' },
      headers: {
        ...{ Cookie: desk.cookie(), 'Sec-Fetch-Site': 'same-origin' },
        'Content-Type': 'application/x-www-form-urlencoded',
      },
    })
    const answered = new Promise<IncomingMessage>((resolve) => sent.once('response', resolve))
    sent.end(new URLSearchParams({ ...asked, format: 'csv' }).toString())
    const answer = await answered
    await quiet()
    // What the system keeps for a connection holds some of it, too.
    expect([answer.statusCode, read > 0, read < people]).toEqual([200, true, true])
    for await (const _ of answer);
    expect(read).toBe(people)
    server.close()
  }, 120_000)
})

async function takenSlowly({ body }: Response): Promise<void> {
  if (!body) throw new Error('there is no file')
  const reader = body.getReader()
  await reader.read()
  await quiet()
  expect(read).toBeLessThan(people / 2)
  while (!(await reader.read()).done);
  expect(read).toBe(people)
}

/** Until nothing has been read for a while. */
async function quiet(): Promise<void> {
  for (let [before, still] = [-1, 0]; still < 30; still++) {
    if (read !== before) still = 0
    before = read
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** Five hundred signs that nobody else wrote, so that no file of them can be packed small. */
function wordsOf(person: number): string {
  const signs = Array.from(
    { length: 500 },
    (_, at) => 0x4e00 + ((person * 7919 + at * at) % 20_000),
  )
  return String.fromCharCode(...signs)
}
