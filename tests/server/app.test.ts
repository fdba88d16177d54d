import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { system } from '../../db/audit.ts'
import { openConsultation } from '../../db/consultations.ts'
import { type Store, StoreBusy } from '../../db/store.ts'
import { createApp } from '../../server/app.ts'
import type { Host } from '../../server/host.ts'
import { readReceipt } from '../../server/responses/receipts.ts'
import { sample } from '../db/sample.ts'
import { openNodeHost } from './contract/node-host.ts'
import { draft, newId, put } from './contract/phone.ts'

type Opened = Awaited<ReturnType<typeof openNodeHost>>
const opened: Opened[] = []
afterAll(() => Promise.all(opened.map((host) => host.end())))

async function open(changes?: (store: Store) => Partial<Host>): Promise<Opened> {
  const host = await openNodeHost(changes)
  opened.push(host)
  await openConsultation(host.store, sample, system(Date.now() - 1000))
  return host
}

const send = (host: Opened) => host.request(`/api/responses/${newId()}`, put(draft()))
const form = (fields: Record<string, string>) => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams(fields).toString(),
})

describe('when nothing can be stored just now', () => {
  const failing = (error: () => Error) => (store: Store) => ({
    store: {
      ...store,
      write: () => Promise.reject(error()),
      append: () => Promise.reject(error()),
    },
  })

  test('a phone is told to come again, and when', async () => {
    const host = await open(failing(() => new StoreBusy('not stored')))
    const answer = await send(host)
    expect(answer.status).toBe(503)
    expect(answer.headers.get('Retry-After')).toBe('2')
    expect(await answer.json()).toEqual({ error: expect.stringContaining('不会丢') })
  })

  test('a person without script sees a calm page in Chinese with every answer still in it', async () => {
    const host = await open(failing(() => new StoreBusy('not stored')))
    const fields = { id: newId(), v: '1', channel: 'link', agree: 'yes', Q1: 'a', Q5: '多一点树荫' }
    const answer = await host.request('/c/yard/adult', form(fields))
    expect(answer.status).toBe(503)
    expect(answer.headers.get('Retry-After')).toBe('2')
    const page = await answer.text()
    expect(page).toContain('多一点树荫')
    expect(page).toContain(fields.id)
  })

  test('a database that cannot be reached is no fault of the answers', async () => {
    const lost = () => Object.assign(new Error('fetch failed'), { code: 'ECONNREFUSED' })
    const host = await open((store) => ({
      store: { ...store, read: () => Promise.reject(lost()) },
    }))
    const answer = await host.request('/r/0000-0000-0000-0000-0000')
    expect([200, 404, 503]).toContain(answer.status)
  })
})

describe('a receipt code that somebody has already', () => {
  /** The second to send is given the first one's code so many times. */
  const unlucky = (times: number) => (store: Store) => {
    let given: string | number | null | undefined
    let left = times
    const append: Store['append'] = (sql, row) => {
      if (given === undefined) given = row[10]
      else if (left-- > 0) return store.append(sql, row.with(10, given ?? null))
      return store.append(sql, row)
    }
    return { store: { ...store, append } }
  }

  test('is drawn anew, and nobody notices', async () => {
    const host = await open(unlucky(1))
    const [first, second] = [await send(host), await send(host)]
    expect([first.status, second.status]).toEqual([201, 201])
    expect((await second.json()).receipt).not.toBe((await first.json()).receipt)
  })

  test('is not drawn for ever: the phone is told to come again', async () => {
    const host = await open(unlucky(2))
    await send(host)
    const answer = await send(host)
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '2'])
    expect((await host.store.read('SELECT count(*) AS n FROM responses')).rows[0]?.n).toBe(1)
  })
})

describe('when something of ours breaks', () => {
  const secret = 'INSERT INTO responses VALUES (一句话)'

  test('nobody sees the inside of the house, and the log keeps no answers', async () => {
    const host = await open(() => ({}))
    const app = createApp(() => {
      const broken = new Proxy(host.store, {
        get() {
          throw new Error(secret)
        },
      })
      return { ...hostParts(host), store: broken }
    })
    for (const path of ['/', '/api/consultations/yard', '/m/ONE1']) {
      const answer = await app.request(path)
      expect(answer.status).toBe(500)
      const said = await answer.text()
      expect(said).toMatch(/[\u4e00-\u9fff]/)
      expect(said).not.toMatch(/INSERT|一句话|at .*\.ts|node_modules/)
    }
    const fault = host.lines.find((line) => 'fault' in line)
    expect(fault).toMatchObject({ fault: 'Error', id: expect.any(String) })
    expect(JSON.stringify(host.lines)).not.toMatch(/INSERT|一句话/)
  })
})

describe('a flood', () => {
  test('is answered with a wait, and a page is never refused', async () => {
    const host = await open(() => ({ allows: () => false }))
    const answer = await send(host)
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0)
    expect((await host.request('/m/ONE1')).status).toBe(200)
  })

  test('of wrong codes for one receipt ends after five', async () => {
    const host = await open()
    const { receipt } = await (await send(host)).json()
    const wrong = wrongCodes(receipt)
    const statuses = []
    for (const code of wrong.slice(0, 7)) statuses.push((await host.request(`/r/${code}`)).status)
    expect(statuses).toEqual([404, 404, 404, 404, 404, 429, 429])
    const other = await (await send(host)).json()
    expect((await host.request(`/r/${other.receipt}`)).status).toBe(200)
  })
})

test('a code scanned in capitals leads to its mailbox', async () => {
  const host = await open()
  const answer = await host.request('/M/ONE1')
  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain('m=ONE1')
})

describe('what browsers are told', () => {
  let host: Opened
  beforeAll(async () => {
    host = await open()
  })

  test('every style inside a page is allowed by its fingerprint, and nothing else is', async () => {
    const answer = await host.request('/c/yard/adult')
    const page = await answer.text()
    const policy = answer.headers.get('Content-Security-Policy') ?? ''
    const styles = [...page.matchAll(/<style>(.*?)<\/style>/gs)].map(([, style]) => style ?? '')
    expect(styles.length).toBeGreaterThan(0)
    for (const style of styles) {
      const hash = createHash('sha256').update(style).digest('base64')
      expect(policy).toContain(`'sha256-${hash}'`)
    }
    expect(page).not.toMatch(/ style="| onclick=|<script>/)
    expect(page.match(/(?:src|href|action)="(?:https?:)?\/\//)).toBeNull()
  })

  test('a page someone fills in survives the way back, and nobody else may keep it', async () => {
    const answer = await host.request('/c/yard/adult')
    expect(answer.headers.get('Cache-Control')).toBe('private, no-cache')
  })

  test.each(['/r', '/r/0000', '/desk/sign-in', '/api/nowhere'])(
    '%s is never kept',
    async (path) => {
      expect((await host.request(path)).headers.get('Cache-Control')).toBe('no-store')
    },
  )

  test('the desk also checks what its scripts put into pages', async () => {
    const policy = (await host.request('/desk/sign-in')).headers.get('Content-Security-Policy')
    expect(policy).toContain("require-trusted-types-for 'script'")
  })

  test('only https is demanded for a site that has it', async () => {
    expect((await host.request('/')).headers.get('Strict-Transport-Security')).toBeNull()
    const app = createApp(() => {
      const parts = hostParts(host)
      return {
        ...parts,
        settings: { ...parts.settings, publicOrigin: 'https://forest.example.cn' },
      }
    })
    expect((await app.request('/')).headers.get('Strict-Transport-Security')).toContain('31536000')
  })

  test.each<[string, RequestInit, number]>([
    ['with broken UTF-8', { ...form({}), body: 'Q5=%ff%fe' }, 400],
    ['with a NUL', { ...form({}), body: 'Q5=a%00b' }, 400],
    [
      'compressed',
      { ...form({}), headers: { ...form({}).headers, 'Content-Encoding': 'gzip' } },
      415,
    ],
    ['with files', { method: 'POST', body: new FormData() }, 415],
    ['with nothing', { method: 'POST' }, 415],
    ['too large', { ...form({}), body: `Q5=${'x'.repeat(300_000)}` }, 413],
  ])('a form %s is refused with a page', async (_, init, status) => {
    const answer = await host.request('/c/yard/adult', init)
    expect(answer.status).toBe(status)
    expect(await answer.text()).toMatch(/^<!doctype html>.*[\u4e00-\u9fff]/s)
  })
})

describe('an address asked in a way it does not know', () => {
  test.each([
    ['DELETE', '/', 'GET'],
    ['POST', '/c/yard/results', 'GET'],
    ['PUT', '/c/yard/adult', 'GET, POST'],
    ['OPTIONS', '/r/0000-0000', 'GET'],
    ['GET', `/api/responses/${newId()}`, 'PUT'],
    ['POST', '/api/consultations/yard', 'GET'],
    ['DELETE', '/desk', 'GET'],
    ['PATCH', '/livez', 'GET'],
  ])('%s %s says what it takes', async (method, path, allowed) => {
    const host = await open()
    const answer = await host.request(path, { method })
    expect([answer.status, answer.headers.get('Allow')]).toEqual([405, allowed])
  })

  test('an unknown address stays unknown, and HEAD is as good as GET', async () => {
    const host = await open()
    expect((await host.request('/nowhere', form({}))).status).toBe(404)
    expect((await host.request('/', { method: 'HEAD' })).status).toBe(200)
  })
})

const hostParts = (opened: Opened): Host => ({
  store: opened.store,
  settings: opened.settings,
  now: Date.now,
  log: (line) => opened.lines.push(line),
})

// Right in form, wrong in the secret: what a guesser would try.
function wrongCodes(receipt: string): string[] {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  const characters = receipt.replaceAll('-', '')
  const codes: string[] = []
  for (const middle of alphabet) {
    for (const last of alphabet) {
      const code = characters.slice(0, 18) + middle + last
      if (code !== characters && readReceipt(code)) codes.push(code)
    }
  }
  return codes
}
