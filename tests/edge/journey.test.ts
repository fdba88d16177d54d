import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { system } from '../../db/audit.ts'
import { openConsultation } from '../../db/consultations.ts'
import { createInvitation } from '../../db/invitations.ts'
import { huicheng } from '../../surveys/definitions/huicheng/consultation.ts'
import { hasSqld } from '../db/sqld.ts'
import { publicOrigin } from '../server/contract/host.ts'
import { jsonHeaders, newId, put } from '../server/contract/phone.ts'
import { openWorkerHost, type WorkerHost } from './worker-host.ts'

// The whole way on the Workers runtime: from the code on a mailbox to the desk's tables.
describe.skipIf(!hasSqld())('on the Workers runtime with a libSQL server', () => {
  let host: WorkerHost
  let cookie = ''
  const password = '梧桐树下邮筒森林二十七号'.padEnd(16, '楼')
  beforeAll(async () => {
    host = await openWorkerHost()
    await openConsultation(host.store, huicheng, system(Date.now() - 1000))
  })
  afterAll(() => host.end())

  const page = async (path: string) => {
    const answer = await host.request(path, { headers: cookie ? { Cookie: cookie } : {} })
    return { status: answer.status, text: await answer.text(), headers: answer.headers }
  }
  const post = (path: string, fields: Record<string, string> | [string, string][]) =>
    host.request(path, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        Origin: publicOrigin,
        'Sec-Fetch-Site': 'same-origin',
        ...(cookie ? { Cookie: cookie } : {}),
      },
      body: new URLSearchParams(fields).toString(),
    })

  test('a resident scans a mailbox and finds the two doors', async () => {
    const cover = await page('/m/hc2a')
    expect(cover.status).toBe(200)
    expect(cover.text).toContain('/c/huicheng/adult?m=HC2A')
    expect(cover.text).toContain('/c/huicheng/child?m=HC2A')
  })

  test('answers without script, gets a receipt and sees the answers again with it', async () => {
    const form = (await page('/c/huicheng/adult?m=HC2A')).text
    const id = form.match(/name="id"[^>]*value="([^"]+)"/)?.[1] ?? ''
    const answer = await post('/c/huicheng/adult', [
      ...Object.entries({ id, v: '1', m: 'HC2A', channel: 'qr', agree: 'yes', Q1: 'hc2' }),
      ['Q18a', '多一点树荫'],
    ])
    expect(answer.status).toBe(303)
    const receipt = answer.headers.get('Location') ?? ''
    expect(receipt).toMatch(/^\/r\/([0-9A-Z]{4}-){4}[0-9A-Z]{4}\?new=1/)
    expect((await page(receipt)).status).toBe(200)
    expect((await page(receipt.replace(/\?.*/, ''))).text).toContain('多一点树荫')
  })

  test('leaves a contact apart, sealed, and takes it back with its code', async () => {
    const fields = { name: '王阿姨', reach: '13812345678', purposes: 'help', agree: 'yes' }
    const answer = await post('/contact/huicheng', fields)
    expect(answer.status).toBe(303)
    const kept = answer.headers.get('Location') ?? ''
    const { rows } = await host.store.read('SELECT sealed FROM contacts')
    expect(String(rows[0]?.sealed)).toMatch(/^1\.[0-9a-f]{8}\.[\w-]+\.[\w-]+$/)
    expect((await page(kept)).status).toBe(200)
    expect((await post(kept, {})).status).toBe(200)
    expect((await page(kept)).status).toBe(404)
  })

  test('a contact whose time is over goes by night, without anybody opening the desk', async () => {
    const fields = { name: '李叔叔', reach: '13900000000', purposes: 'help', agree: 'yes' }
    await post('/contact/huicheng', fields)
    await host.night()
    const count = async () => (await host.store.read('SELECT * FROM contacts')).rows.length
    expect(await count()).toBe(1)
    await host.store.write([{ sql: 'UPDATE contacts SET expires_at = 1' }])
    await host.night()
    expect(await count()).toBe(0)
  })

  test('phones with script send the same way', async () => {
    for (const edition of [...Array(11).fill('adult'), 'child']) {
      const content = {
        ...{ consultation: 'huicheng', edition, version: 1, mailbox: 'HC2A', channel: 'qr' },
        answers: edition === 'adult' ? { Q1: 'hc2', Q18a: '多一点树荫' } : {},
      }
      const answer = await host.request(`/api/responses/${newId()}`, put(content, jsonHeaders))
      expect(answer.status).toBe(201)
    }
  })

  test('a member of staff makes an account from the one-time link and signs in', async () => {
    const { token } = await createInvitation(host.store, 'admin', system(Date.now()))
    expect((await page(`/desk/setup/${token}`)).status).toBe(200)
    const fields = { name: '周敏', password, again: password }
    expect((await post(`/desk/setup/${token}`, fields)).status).toBe(303)
    expect((await page(`/desk/setup/${token}`)).status).toBe(410)
    expect((await page('/desk')).status).toBe(303)
    const signedIn = await post('/desk/sign-in', { name: '周敏', password, next: '' })
    expect(signedIn.status).toBe(303)
    const given = signedIn.headers.get('Set-Cookie') ?? ''
    expect(given).toMatch(/^__Host-.*Secure/)
    cookie = given.replace(/;.*/, '')
  })

  test('the desk counts and draws what came in', async () => {
    const desk = await page('/desk')
    expect(desk.status).toBe(200)
    expect(desk.headers.get('Cache-Control')).toBe('no-store')
    const results = await page('/desk/c/huicheng/results/adult')
    expect(results.status).toBe(200)
    expect(results.text).toContain('共 12 位居民答了')
    expect(results.text).toContain('<table')
    expect((await page('/desk/c/huicheng/results/child')).status).toBe(200)
    const csv = await post('/desk/c/huicheng/export/adult', {
      ...{ version: '1', purpose: '存档备查', password },
    })
    expect(csv.status).toBe(200)
    expect(csv.headers.get('Content-Type')).toContain('text/csv')
    expect(await csv.text()).toContain('多一点树荫')
  })

  test('the log holds routes and never a receipt, an answer or a query', async () => {
    await new Promise((resolve) => setTimeout(resolve, 200))
    const said = host.lines.join('\n')
    expect(said).toContain('"route":"/r/:receipt"')
    expect(said).not.toMatch(/多一点树荫|\?new=1|\?m=|周敏/)
  })

  test('when the database cannot be reached, a phone is told to come again', async () => {
    await host.cutDatabase()
    const content = {
      consultation: 'huicheng',
      edition: 'adult',
      version: 1,
      channel: 'qr',
      answers: {},
    }
    const answer = await host.request(`/api/responses/${newId()}`, put(content, jsonHeaders))
    expect(answer.status).toBe(503)
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0)
    expect(await answer.json()).toEqual({ error: expect.stringContaining('不会丢') })
    expect((await page('/readyz')).status).toBe(503)
    expect((await page('/livez')).status).toBe(200)
  })
})

describe.skipIf(!hasSqld())('a worker that was not configured', () => {
  test('says so on the console and answers calmly', async () => {
    const host = await openWorkerHost({ SECRET_KEY: 'short', PUBLIC_ORIGIN: 'forest.example.cn' })
    try {
      const answer = await host.request('/')
      expect(answer.status).toBe(503)
      expect(await answer.text()).not.toContain('SECRET_KEY')
      await new Promise((resolve) => setTimeout(resolve, 200))
      expect(host.lines.join('\n')).toMatch(/SECRET_KEY.*32/)
      expect(host.lines.join('\n')).toMatch(/PUBLIC_ORIGIN = "forest\.example\.cn"/)
    } finally {
      await host.end()
    }
  })
})
