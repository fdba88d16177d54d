import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { system } from '../../../db/audit.ts'
import { openConsultation } from '../../../db/consultations.ts'
import { decidePhoto, findFile } from '../../../db/files.ts'
import { type ContractHost, publicOrigin } from '../contract/host.ts'
import { put } from '../contract/phone.ts'
import { lane } from './lane.ts'
import { canary, jpegOf, pngHeadOf, pngOf, withTraces } from './pictures.ts'

/** What holds for residents' photos on every host. */
export function describePhotos(where: string, open: () => Promise<ContractHost>): void {
  describe(`photos ${where}`, () => {
    let host: ContractHost
    let traced: Uint8Array<ArrayBuffer>
    beforeAll(async () => {
      host = await open()
      await openConsultation(host.store, lane, system(Date.now() - 1000))
      traced = withTraces(await jpegOf(64, 48))
    })
    afterAll(() => host.end())

    const send = (response: string, photo: string, bytes: Uint8Array, type = 'image/jpeg') =>
      host.request(`/api/responses/${response}/photos/${photo}`, {
        method: 'PUT',
        headers: { 'Content-Type': type },
        body: bytes as BodyInit,
      })
    const responseWith = async (photo?: string) => {
      const id = randomUUID()
      const answers = photo ? { Q3: photo } : { Q4: photo ?? '没有照片' }
      const content = { consultation: 'lane', edition: 'adult', version: 1, channel: 'qr', answers }
      expect((await host.request(`/api/responses/${id}`, put(content))).status).toBe(201)
      return id
    }

    test('a photo follows its response, once however often it is sent', async () => {
      const photo = randomUUID()
      const response = await responseWith(photo)
      const first = await send(response, photo, traced)
      expect(first.status).toBe(201)
      const said = await first.json()
      expect(said).toEqual({ id: photo, sha256: await sha256Of(traced) })
      const again = await send(response, photo, traced)
      expect([again.status, await again.json()]).toEqual([200, said])
      const other = await send(response, photo, pngOf(8, 8), 'image/png')
      expect([other.status, await other.json()]).toEqual([409, { error: expect.any(String) }])
    })

    test('nobody sees it before someone at the desk has looked, and then without its traces', async () => {
      const photo = randomUUID()
      await send(await responseWith(photo), photo, traced)
      expect(await findFile(host.store, photo)).toMatchObject({
        ...{ purpose: 'photo', state: 'held', contentType: 'image/jpeg' },
        ...{ consultationId: 'lane', audience: 'adult', question: 'Q3', width: 48, height: 64 },
      })
      expect((await host.request(`/f/${photo}.jpg`)).status).toBe(404)
      await decidePhoto(host.store, photo, 'approved', { at: 1, actor: 'system' })
      const shown = await host.request(`/f/${photo}.jpg`)
      expect(shown.status).toBe(200)
      expect(shown.headers.get('Content-Type')).toBe('image/jpeg')
      expect(shown.headers.get('Cache-Control')).toBe('private, max-age=300')
      const bytes = Buffer.from(await shown.arrayBuffer()).toString('latin1')
      expect(bytes).not.toMatch(/CANARY|Exif/)
      expect((await host.request(`/f/${photo}.png`)).status).toBe(404)
      await decidePhoto(host.store, photo, 'refused', { at: 2, actor: 'system' })
      expect((await host.request(`/f/${photo}.jpg`)).status).toBe(404)
      expect(canary).toContain('CANARY')
    })

    test('a photo of no response, or one that its response does not speak of, is not found', async () => {
      const photo = randomUUID()
      expect((await send(randomUUID(), photo, traced)).status).toBe(404)
      expect((await send(await responseWith(), photo, traced)).status).toBe(404)
      expect((await send(await responseWith(randomUUID()), photo, traced)).status).toBe(404)
      expect(await findFile(host.store, photo)).toBeUndefined()
    })

    test('what is no photo is refused with a sentence, and nothing is kept', async () => {
      const photo = randomUUID()
      const response = await responseWith(photo)
      const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')
      const refused: [Uint8Array, string, number][] = [
        [svg, 'image/svg+xml', 415],
        [svg, 'image/png', 415],
        [Buffer.from('GIF89a<script>'), 'image/gif', 415],
        [Buffer.from('\xff\xd8\xff<html>', 'latin1'), 'image/jpeg', 415],
        [traced.slice(0, 400), 'image/jpeg', 415],
        [pngHeadOf(14_000, 14_000), 'image/png', 415],
        [Buffer.alloc(2 * 1024 * 1024 + 1, 1), 'image/jpeg', 413],
        [traced, 'application/json', 415],
        [traced, 'multipart/form-data', 415],
      ]
      for (const [bytes, type, status] of refused) {
        const answer = await send(response, photo, bytes, type)
        expect([type, answer.status]).toEqual([type, status])
        expect(await answer.json()).toEqual({ error: expect.stringMatching(/照片/) })
      }
      expect(await findFile(host.store, photo)).toBeUndefined()
      expect((await send(response, photo, traced)).status).toBe(201)
    })

    test('an address that is none is refused', async () => {
      const answer = await send('not-an-id', randomUUID(), traced)
      expect(answer.status).toBe(400)
    })

    const plainForm = (
      id: string,
      fields: Record<string, string | Blob>,
      path = '/c/lane/adult',
    ) => {
      const body = new FormData()
      for (const [name, value] of Object.entries({ id, v: '1', agree: 'yes', ...fields })) {
        body.set(name, value)
      }
      return host.request(path, multipart(body))
    }
    // What dispatches requests to the runtime knows another FormData than this one.
    const multipart = (body: FormData) => {
      const request = new Request(publicOrigin, { method: 'POST', body })
      const type = request.headers.get('Content-Type') ?? ''
      return {
        ...{ method: 'POST', body: request.body, duplex: 'half' },
        headers: { 'Content-Type': type, Origin: publicOrigin },
      } as RequestInit
    }
    const namedPhoto = async (id: string) => {
      const { rows } = await host.store.read('SELECT answers FROM responses WHERE id = ?', [id])
      const answers = JSON.parse(String(rows[0]?.answers ?? '{}'))
      return { answers, file: answers.Q3 && (await findFile(host.store, answers.Q3)) }
    }

    test('without script a photo comes inside the form, and sent twice it is there once', async () => {
      const id = randomUUID()
      const fields = { Q4: '门口太暗', 'Q3~file': new Blob([traced], { type: 'image/jpeg' }) }
      for (let times = 0; times < 2; times++) {
        const answer = await plainForm(id, fields)
        expect([answer.status, answer.headers.get('Location')]).toEqual([
          303,
          expect.stringContaining('/r/'),
        ])
      }
      const { answers, file } = await namedPhoto(id)
      expect(answers.Q4).toBe('门口太暗')
      expect(file).toMatchObject({ state: 'held', responseId: id, question: 'Q3' })
    })

    test('a correction brings another photo, keeps the one there is, and a deletion takes it away', async () => {
      const id = randomUUID()
      const first = await plainForm(id, { 'Q3~file': new Blob([pngOf(8, 8)]) })
      const receipt = first.headers.get('Location')?.replace(/\?.*/, '') ?? ''
      const before = (await namedPhoto(id)).file
      const correction = `${receipt}/correction`
      await plainForm(id, { Q4: '加一句', 'Q3~file': new Blob([]) }, correction)
      expect((await namedPhoto(id)).answers).toEqual({ Q3: before?.id, Q4: '加一句' })
      await plainForm(id, { 'Q3~file': new Blob([pngOf(9, 9)]) }, correction)
      const after = (await namedPhoto(id)).file
      expect(after).toMatchObject({ state: 'held', width: 9 })
      expect(after?.id).not.toBe(before?.id)
      expect(await findFile(host.store, before?.id ?? '')).toBeUndefined()
      await host.request(`${receipt}/deletion`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: '',
      })
      expect(await findFile(host.store, after?.id ?? '')).toBeUndefined()
      expect((await namedPhoto(id)).answers).toEqual({})
    })

    test('without script and without a photo the rest is stored as always', async () => {
      const id = randomUUID()
      const empty = new Blob([], { type: 'application/octet-stream' })
      const answer = await plainForm(id, { Q3: randomUUID(), 'Q3~file': empty, Q4: '没照片' })
      expect(answer.status).toBe(303)
      expect((await namedPhoto(id)).answers).toEqual({ Q4: '没照片' })
    })

    test('without script a file that is no photo brings the page back with every word kept', async () => {
      const id = randomUUID()
      const page = new Blob(['<script>alert(1)</script>'], { type: 'image/jpeg' })
      const answer = await plainForm(id, { Q4: '字要留着', 'Q3~file': page })
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain('字要留着')
      expect((await namedPhoto(id)).answers).toEqual({})
    })

    test('words in a form with files are stored as they were written or not at all', async () => {
      const form = (value: Buffer) =>
        Buffer.concat([
          Buffer.from(
            `--x\r\nContent-Disposition: form-data; name="id"\r\n\r\n${randomUUID()}\r\n`,
          ),
          Buffer.from('--x\r\nContent-Disposition: form-data; name="v"\r\n\r\n1\r\n'),
          Buffer.from('--x\r\nContent-Disposition: form-data; name="agree"\r\n\r\nyes\r\n'),
          Buffer.from('--x\r\nContent-Disposition: form-data; name="Q4"\r\n\r\n'),
          ...[value, Buffer.from('\r\n--x--\r\n')],
        ])
      const sent = async (value: Buffer) => {
        const answer = await host.request('/c/lane/adult', {
          method: 'POST',
          headers: { 'Content-Type': 'multipart/form-data; boundary=x', Origin: publicOrigin },
          body: form(value) as BodyInit,
        })
        return answer.status
      }
      expect(await sent(Buffer.from('好'))).toBe(303)
      expect(await sent(Buffer.from('�'))).toBe(303)
      expect(await sent(Buffer.from([0xb0, 0xa1]))).toBe(400)
      expect(await sent(Buffer.from('a\0b'))).toBe(400)
    })

    test('a form with files is taken nowhere else, and a photo too large costs no words', async () => {
      const body = new FormData()
      body.set('code', 'x')
      for (const path of ['/r', '/c/nowhere/adult']) {
        expect((await host.request(path, multipart(body))).status).toBe(415)
      }
      const large = new Blob([new Uint8Array(13 * 1024 * 1024)])
      const answer = await plainForm(randomUUID(), { 'Q3~file': large, Q4: '字要留着' })
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain('字要留着')
    })
  })
}

async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex')
}
