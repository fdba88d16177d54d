import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { system } from '../../db/audit.ts'
import { closeConsultation, openConsultation } from '../../db/consultations.ts'
import { draftRelease, publishRelease } from '../../db/releases.ts'
import { openFolder } from '../../server/files/folder-store.ts'
import { redrawHere } from '../../server/files/redraw-here.ts'
import { expireResponses } from '../../server/responses/expire-responses.ts'
import type { Consultation } from '../../surveys/engine/definition.ts'
import type { ContractHost } from './contract/host.ts'
import { openNodeHost } from './contract/node-host.ts'
import { put } from './contract/phone.ts'
import { round } from './desk/round.ts'
import { jpegOf } from './files/pictures.ts'

const day = 86_400_000
const folder = mkdtempSync(join(tmpdir(), 'forest-kept-'))
const files = openFolder(folder)
const start = Date.now()
let host: ContractHost & { settings: Parameters<typeof expireResponses>[0]['settings'] }

beforeAll(async () => {
  host = await openNodeHost(() => ({ files, redraw: redrawHere }))
})
afterAll(async () => {
  await host.end()
  rmSync(folder, { recursive: true })
})

const idOf = (consultation: string): Consultation => ({ ...round, id: consultation, topics: [] })
const left = async (consultation: string) =>
  (
    await host.store.read(
      `SELECT v.audience FROM responses r JOIN versions v ON v.id = r.version_id
        WHERE v.consultation_id = ? ORDER BY 1`,
      [consultation],
    )
  ).rows.map(({ audience }) => audience)

/** One adult, with a photo, and one child answer; then it ends. */
async function answered(consultation: string): Promise<void> {
  await openConsultation(host.store, idOf(consultation), system(start - 1000))
  const [id, photo] = [randomUUID(), randomUUID()]
  const common = { consultation, version: 1, channel: 'link' }
  const said = { ...common, edition: 'adult', answers: { Q7: photo } }
  expect((await host.request(`/api/responses/${id}`, put(said))).status).toBe(201)
  const sent = await host.request(`/api/responses/${id}/photos/${photo}`, {
    ...{ method: 'PUT', headers: { 'Content-Type': 'image/jpeg' }, body: await jpegOf(40, 30) },
  })
  expect(sent.status).toBe(201)
  const child = { ...common, edition: 'child', answers: { K3: '想要秋千' } }
  expect((await host.request(`/api/responses/${randomUUID()}`, put(child))).status).toBe(201)
  await closeConsultation(host.store, consultation, system(start))
}

const expire = (at: number) => expireResponses({ ...host, files }, at, 100)

test('answers go as the notices promise: a child’s within six months after publishing, an adult’s within twelve', async () => {
  await answered('told')
  const release = { consultationId: 'told', note: '', snapshot: '{}', counted: '{}' }
  const published = start + 20 * day
  const { id } = await draftRelease(host.store, release, { at: published - 1, actor: 'one' })
  expect(await publishRelease(host.store, id, { at: published, actor: 'two' })).toBe(true)

  await expire(published + 120 * day)
  expect(await left('told')).toEqual(['adult', 'child'])
  await expire(published + 180 * day)
  expect(await left('told')).toEqual(['adult'])
  await expire(published + 300 * day)
  expect(await left('told')).toEqual(['adult'])
  expect(readdirSync(folder)).toHaveLength(1)
  await expire(published + 360 * day)
  expect(await left('told')).toEqual([])
  expect(readdirSync(folder)).toEqual([])
  const { rows } = await host.store.read(
    "SELECT actor FROM audit_entries WHERE action = 'delete response'",
  )
  expect(rows.map(({ actor }) => actor)).toEqual(['system', 'system'])
})

test('answers of a consultation whose results were never published do not stay for ever', async () => {
  await answered('untold')
  await expire(start + 29 * day)
  expect(await left('untold')).toEqual(['adult', 'child'])
  await expire(start + (30 + 360) * day)
  expect(await left('untold')).toEqual([])
})

test('while people can still answer nothing is deleted, whatever was published meanwhile', async () => {
  await answered('long')
  await closeConsultation(host.store, 'long', system(start + 1000 * day))
  const release = { consultationId: 'long', note: '', snapshot: '{}', counted: '{}' }
  const { id } = await draftRelease(host.store, release, { at: start + 1, actor: 'one' })
  await publishRelease(host.store, id, { at: start + 2, actor: 'two' })
  expect(await expire(start + 999 * day)).toBe(0)
  expect(await left('long')).toEqual(['adult', 'child'])
})
