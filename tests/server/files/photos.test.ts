import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { system } from '../../../db/audit.ts'
import { openConsultation } from '../../../db/consultations.ts'
import { openFolder } from '../../../server/files/folder-store.ts'
import { deleteFilesOf } from '../../../server/files/photos-of-response.ts'
import { redrawHere } from '../../../server/files/redraw-here.ts'
import { openNodeHost } from '../contract/node-host.ts'
import { put } from '../contract/phone.ts'
import { lane } from './lane.ts'
import { describePhotos } from './photo-contract.ts'
import { pngOf } from './pictures.ts'

const folder = mkdtempSync(join(tmpdir(), 'forest-photos-'))
afterAll(() => rmSync(folder, { recursive: true }))
const files = openFolder(folder)

describePhotos('on one machine', () => openNodeHost(() => ({ files, redraw: redrawHere })))

test('the photos of a response go with it, from the disk too', async () => {
  const host = await openNodeHost(() => ({ files, redraw: redrawHere }))
  await openConsultation(host.store, lane, system(Date.now() - 1000))
  const [id, photo] = [randomUUID(), randomUUID()]
  const answers = { Q3: photo }
  const content = { consultation: 'lane', edition: 'adult', version: 1, channel: 'qr', answers }
  await host.request(`/api/responses/${id}`, put(content))
  const address = `/api/responses/${id}/photos/${photo}`
  const sent = { method: 'PUT', headers: { 'Content-Type': 'image/png' }, body: pngOf(9, 9) }
  expect((await host.request(address, sent)).status).toBe(201)
  expect(readdirSync(folder)).toContain(photo)
  await deleteFilesOf({ store: host.store, files }, id, [photo])
  expect(readdirSync(folder)).toContain(photo)
  await deleteFilesOf({ store: host.store, files }, id)
  expect(readdirSync(folder)).not.toContain(photo)
  const { rows } = await host.store.read('SELECT * FROM files')
  expect(rows).toEqual([])
  await host.end()
})

test('a site with no place for files says so, and takes the words', async () => {
  const host = await openNodeHost()
  await openConsultation(host.store, lane, system(Date.now() - 1000))
  const [id, photo] = [randomUUID(), randomUUID()]
  const content = { consultation: 'lane', edition: 'adult', version: 1, channel: 'qr', answers: {} }
  expect((await host.request(`/api/responses/${id}`, put(content))).status).toBe(201)
  const answer = await host.request(`/api/responses/${id}/photos/${photo}`, {
    ...{ method: 'PUT', headers: { 'Content-Type': 'image/png' }, body: pngOf(9, 9) },
  })
  expect(answer.status).toBe(503)
  expect(await answer.json()).toEqual({ error: expect.stringContaining('没有设置存放文件的地方') })
  const body = new FormData()
  for (const [name, value] of [
    ['id', id],
    ['v', '1'],
    ['agree', 'yes'],
    ['Q4', '留着'],
  ] as const) {
    body.set(name, value)
  }
  body.set('Q3~file', new Blob([pngOf(4, 4)]))
  const page = await host.request('/c/lane/adult', { method: 'POST', body })
  expect(page.status).toBe(503)
  expect(await page.text()).toContain('留着')
  await host.end()
})

test('whoever sent a photo that could not be kept is told so on the receipt', async () => {
  // It can be drawn before the answers are stored, and then not again.
  let drawn = 0
  const redraw: typeof redrawHere = async (bytes, side) =>
    drawn++ === 0 ? redrawHere(bytes, side) : undefined
  const host = await openNodeHost(() => ({ files, redraw }))
  await openConsultation(host.store, lane, system(Date.now() - 1000))
  const body = new FormData()
  for (const [name, value] of Object.entries({
    id: randomUUID(),
    v: '1',
    agree: 'yes',
    Q4: '字要留着',
  })) {
    body.set(name, value)
  }
  body.set('Q3~file', new Blob([pngOf(9, 9)], { type: 'image/png' }))
  const answer = await host.request('/c/lane/adult', { method: 'POST', body })
  expect(answer.status).toBe(303)
  const page = await (await host.request(answer.headers.get('Location') ?? '')).text()
  expect(page).toContain('照片没能留下来，其余的都收到了')
  await host.end()
})
