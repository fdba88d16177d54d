import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { system } from '../../../db/audit.ts'
import { openConsultation } from '../../../db/consultations.ts'
import { openFolder } from '../../../server/files/folder-store.ts'
import { redrawHere } from '../../../server/files/redraw-here.ts'
import type { ContractHost } from '../contract/host.ts'
import { openNodeHost } from '../contract/node-host.ts'
import { lane } from './lane.ts'
import { cameraJpegOf, canary, jpegOf, pngOf, withTraces } from './pictures.ts'

const megabyte = 1024 * 1024

describe('a photo as large as phones make them, sent without the script', {
  timeout: 120_000,
}, () => {
  const folder = mkdtempSync(join(tmpdir(), 'forest-large-'))
  let host: ContractHost
  let photo: Uint8Array<ArrayBuffer>
  let small: Uint8Array<ArrayBuffer>
  beforeAll(async () => {
    photo = withTraces(await cameraJpegOf(3264, 2448))
    small = await jpegOf(80, 60)
    host = await openNodeHost(() => ({ files: openFolder(folder), redraw: redrawHere }))
    await openConsultation(host.store, lane, system(Date.now() - 1000))
  }, 120_000)
  afterAll(async () => {
    await host.end()
    rmSync(folder, { recursive: true })
  })

  const send = (path: string, fields: Record<string, string | Blob>) => {
    const body = new FormData()
    for (const [name, value] of Object.entries({ v: '1', agree: 'yes', ...fields })) {
      body.append(name, value)
    }
    return host.request(path, { method: 'POST', body })
  }
  const kept = () => readdirSync(folder).map((name) => readFileSync(join(folder, name)))
  const answered = async (id: string) => {
    const { rows } = await host.store.read('SELECT answers FROM responses WHERE id = ?', [id])
    return rows[0] && JSON.parse(String(rows[0].answers))
  }
  // The words stand behind the photo in the form: they must be read however long the photo is.
  const withPhoto = (bytes: BlobPart, words: string) => ({
    'Q3~file': new Blob([bytes], { type: 'image/jpeg' }),
    Q4: words,
  })

  test('is taken, made small, and keeps nothing of where it was taken', async () => {
    expect(photo.byteLength).toBeGreaterThan(2 * megabyte)
    expect(Buffer.from(photo).includes('Exif')).toBe(true)
    const answer = await send('/c/lane/adult', { id: randomUUID(), ...withPhoto(photo, '好') })
    expect(answer.status).toBe(303)
    const [bytes] = kept()
    expect(bytes?.includes('Exif')).toBe(false)
    expect(bytes?.includes(canary)).toBe(false)
    const { rows } = await host.store.read('SELECT width, height FROM files')
    // It was held upright: what its notes said of that is in the picture now.
    expect(rows.map((row) => ({ ...row }))).toEqual([{ width: 1200, height: 1600 }])
  })

  test('is taken in a correction too', async () => {
    const id = randomUUID()
    const first = await send('/c/lane/adult', { id, Q4: '先寄字' })
    const receipt = first.headers.get('Location')?.replace(/\?.*/, '')
    const answer = await send(`${receipt}/correction`, withPhoto(photo, '再寄照片'))
    expect(answer.status).toBe(303)
    expect(await answered(id)).toMatchObject({ Q3: expect.any(String), Q4: '再寄照片' })
    expect(kept()).toHaveLength(2)
    expect(kept().some((bytes) => bytes.includes('Exif') || bytes.includes(canary))).toBe(false)
  })

  test('brings the form back with every word when it is larger than is taken', async () => {
    const before = kept().length
    const id = randomUUID()
    const heavy = Buffer.concat([photo.subarray(0, 4000), Buffer.alloc(20 * megabyte, 7)])
    const many = pngOf(5000, 4000)
    for (const bytes of [heavy, many]) {
      const answer = await send('/c/lane/adult', { id, ...withPhoto(bytes, '字要留着') })
      expect(answer.status).toBe(422)
      const page = await answer.text()
      expect(page).toContain('字要留着')
      expect(page).toContain('请换一张')
    }
    expect(await answered(id)).toBeUndefined()
    expect(kept()).toHaveLength(before)
  })

  test('in a correction leaves the photo there was, and brings the form back with every word', async () => {
    const id = randomUUID()
    const first = await send('/c/lane/adult', { id, ...withPhoto(small, '原来的字') })
    const receipt = first.headers.get('Location')?.replace(/\?.*/, '')
    const before = await answered(id)
    const answer = await send(
      `${receipt}/correction`,
      withPhoto(Buffer.alloc(12 * megabyte), '改过的字'),
    )
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('改过的字')
    expect(page).toContain('这张照片收不下')
    expect(page).toContain('不选就还用之前那张')
    expect(await answered(id)).toEqual(before)
  })

  test('with a film behind its end, as some phones add one, is taken without the film', async () => {
    const film = Buffer.alloc(14 * megabyte, 1)
    const id = randomUUID()
    const answer = await send('/c/lane/adult', {
      id,
      ...withPhoto(Buffer.concat([small, film]), '动态照片'),
    })
    expect(answer.status).toBe(303)
    expect(await answered(id)).toMatchObject({ Q4: '动态照片', Q3: expect.any(String) })
  })

  test('a fourth at the same moment is asked to come again, and later it is taken', async () => {
    const ids = Array.from({ length: 4 }, () => randomUUID())
    const heavy = Buffer.concat([small, Buffer.alloc(2 * megabyte)])
    const waiting: (() => void)[] = []
    const slow = (id: string) => {
      const request = new Request('http://localhost', {
        method: 'POST',
        body: formOf(id, heavy),
      })
      const whole = request.arrayBuffer()
      const type = request.headers.get('Content-Type') ?? ''
      const body = new ReadableStream<Uint8Array>({
        async start(controller) {
          const bytes = new Uint8Array(await whole)
          controller.enqueue(bytes.subarray(0, 1.5 * megabyte))
          await new Promise<void>((go) => waiting.push(go))
          controller.enqueue(bytes.subarray(1.5 * megabyte))
          controller.close()
        },
      })
      return host.request('/c/lane/adult', {
        ...{ method: 'POST', body, duplex: 'half', headers: { 'Content-Type': type } },
      } as RequestInit)
    }
    const first = ids.slice(0, 3).map(slow)
    await expect.poll(() => waiting.length).toBe(3)
    await new Promise((resolve) => setTimeout(resolve, 50))
    const fourth = await slow(ids[3] ?? '')
    expect(fourth.status).toBe(503)
    for (const go of waiting) go()
    expect((await Promise.all(first)).map(({ status }) => status)).toEqual([303, 303, 303])
    const again = await send('/c/lane/adult', { id: ids[3] ?? '', ...withPhoto(heavy, '再来') })
    expect(again.status).toBe(303)
  })

  function formOf(id: string, bytes: Uint8Array<ArrayBuffer>): FormData {
    const body = new FormData()
    for (const [name, value] of Object.entries({ id, v: '1', agree: 'yes' })) body.set(name, value)
    body.set('Q3~file', new Blob([bytes]))
    return body
  }
})
