import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { system } from '../../../db/audit.ts'
import { openConsultation } from '../../../db/consultations.ts'
import { openFile } from '../../../db/file.ts'
import { migrateDatabase } from '../../../db/migrate.ts'
import { canary, jpegOf } from '../files/pictures.ts'
import { post, withFields } from '../routes/resident-page.ts'
import { everyKind } from './every-kind.ts'
import { folderOfItsOwn, type Program, portFor, startServer } from './program.ts'
import { tracesIn } from './traces.ts'

const folder = folderOfItsOwn()
const data = join(folder.path, 'data')
const PORT = String(portFor(1))
const origin = `http://127.0.0.1:${PORT}`
const database = join(data, 'forest.db')
let server: Program
const settings = { PORT, HOME: folder.path, DATABASE_URL: `file:${database}` }

beforeAll(async () => {
  await migrateDatabase(`file:${database}`)
  const store = await openFile(database)
  await openConsultation(store, everyKind, system(Date.now() - 1000))
  await store.close()
  server = await startServer(settings)
})
afterAll(() => {
  server.kill('SIGKILL')
  folder.remove()
})

const words = (name: string) => `金丝雀 ${name} ${canary} 要删干净`
const answers = (photo: string) => ({
  ...{
    S: 'other',
    R: ['rc', 'ra', 'rd', 'rb'],
    B: { ba: 41, bb: 58 },
    D: '2031-07-19',
    N: 417_263,
  },
  P: [{ x: 0.417, y: 0.263, comment: words('图上') }],
  W: ['417,263 19,7 -31,23 5,-41', '88,611 3,3'],
  ...{ F: photo, T: words('建议') },
})
/** As bytes, what must be found nowhere afterwards. */
const sought = (photo: string) => ({
  ...{ text: words('建议'), other: words('其他'), comment: words('图上'), photo },
  ...{ rank: '["rc","ra","rd","rb"]', budget: '{"ba":41,"bb":58}', date: '2031-07-19' },
  ...{ number: '417263', pin: '0.417', drawing: '417,263 19,7 -31,23 5,-41' },
})

async function send(id: string, photo: string, changes: object = {}) {
  const { F, ...rest } = answers(photo)
  const answer = await fetch(`${origin}/api/responses/${id}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      ...{ consultation: 'every', edition: 'adult', version: 1, channel: 'link' },
      answers: { ...rest, F, ...changes },
      others: { S: words('其他') },
    }),
  })
  return { status: answer.status, ...((await answer.json()) as { receipt?: string }) }
}

async function sendPhoto(id: string, photo: string): Promise<Buffer> {
  const answer = await fetch(`${origin}/api/responses/${id}/photos/${photo}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'image/jpeg' },
    body: await jpegOf(320, 240),
  })
  expect(answer.status).toBe(201)
  const stored = readFileSync(join(data, 'forest-files', photo))
  return stored.subarray(Math.floor(stored.length / 2), Math.floor(stored.length / 2) + 48)
}

/** How the one contact there is stands in the database. */
async function sealedContact(): Promise<string> {
  const client = createClient({ url: `file:${database}` })
  const { rows } = await client.execute('SELECT sealed FROM contacts')
  client.close()
  expect(rows).toHaveLength(1)
  return String(rows[0]?.sealed)
}

async function postForm(path: string, fields: URLSearchParams) {
  const answer = await fetch(origin + path, { ...post(fields), redirect: 'manual' })
  return { status: answer.status, to: answer.headers.get('Location') ?? '' }
}

const page = async (path: string) => (await fetch(origin + path)).text()
const left = (what: Record<string, string | Buffer>) => tracesIn(data, what)
const patience = { timeout: 20_000, interval: 250 }

describe('on the disk of one machine, and in what it says', () => {
  test('nothing is left of a deleted response: no word, place, picture, contact or earlier version', async () => {
    const [id, photo] = [randomUUID(), randomUUID()]
    const { receipt } = await send(id, photo, { T: words('改之前') })
    const pixels = await sendPhoto(id, photo)
    // The same id with other content: kept for staff, beside the first.
    expect((await send(id, photo, { T: words('冲突') })).status).toBe(409)
    const versions = { earlier: words('改之前'), conflict: words('冲突') }
    // Found while it is there, or finding nothing later would prove nothing.
    const present = (what: Record<string, string | Buffer>) =>
      [...new Set(left(what).map((line) => line.replace(/ in .*/, '')))].sort()
    expect(present(versions)).toEqual(['conflict', 'earlier'])
    const fields = withFields(await page(`/r/${receipt}/correction`), {})
    fields.set('T', words('建议'))
    expect((await postForm(`/r/${receipt}/correction`, fields)).status).toBe(303)

    const contact = { name: words('称呼').slice(0, 40), reach: '13812345678' }
    const given = new URLSearchParams({ ...contact, purposes: 'help', agree: 'yes' })
    const code = (await postForm('/contact/every', given)).to.split('/').pop() ?? ''
    const sealed = await sealedContact()
    const now = { ...sought(photo), pixels, sealed }
    expect(present(now)).toEqual(Object.keys(now).sort())
    // Sealed is all there ever was of it.
    expect(present(contact)).toEqual([])
    const all = { ...now, ...versions }

    const deletion = new URLSearchParams({ contact: code })
    expect((await postForm(`/r/${receipt}/deletion`, deletion)).status).toBe(303)
    expect(await page(`/r/${receipt}`)).toContain('这份答卷已经删除')
    await expect.poll(() => left({ ...all, code }), patience).toEqual([])
    for (const trace of [...Object.values(all), ...Object.values(contact)]) {
      expect(server.said()).not.toContain(trace.toString())
    }
  }, 40_000)

  test('nothing is left of what a correction took back, nor of the photo it no longer names', async () => {
    const [id, photo] = [randomUUID(), randomUUID()]
    const { receipt } = await send(id, photo)
    const pixels = await sendPhoto(id, photo)
    expect((await send(id, photo, { T: words('冲突') })).status).toBe(409)
    const nothing = new URLSearchParams({ S: 'help', T: '只说这一句', 'F~gone': 'yes' })
    expect((await postForm(`/r/${receipt}/correction`, nothing)).status).toBe(303)
    expect(await page(`/r/${receipt}`)).toContain('只说这一句')
    const all = { ...sought(photo), pixels, conflict: words('冲突') }
    await expect.poll(() => left(all), patience).toEqual([])
    expect(left({ kept: '只说这一句' })).not.toEqual([])
  }, 40_000)

  test('a server killed in the middle finishes it at the next start', async () => {
    const [id, photo] = [randomUUID(), randomUUID()]
    const { receipt } = await send(id, photo)
    await postForm(`/r/${receipt}/deletion`, new URLSearchParams())
    server.kill('SIGKILL')
    await server.ended
    server = await startServer(settings)
    await expect.poll(() => left(sought(photo)), patience).toEqual([])
  }, 40_000)
})
