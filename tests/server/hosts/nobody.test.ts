import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { walkTo } from '../../walk-to.ts'
import { post, withFields } from '../routes/resident-page.ts'
import { folderOfItsOwn, type Program, portFor, startServer } from './program.ts'
import { tracesIn } from './traces.ts'

const folder = folderOfItsOwn()
const data = join(folder.path, 'data')
const PORT = String(portFor(2))
let server: Program
beforeAll(async () => {
  server = await startServer({
    ...{ PORT, HOME: folder.path, DATABASE_URL: `file:${join(data, 'forest.db')}` },
    // The server believes its proxy, so that the address really reaches the flood gates.
    TRUSTED_PROXIES: '1',
  })
})
afterAll(() => {
  server.kill('SIGKILL')
  folder.remove()
})

// Whoever asks says all this; none of it may be found afterwards.
const marks = {
  address: '198.51.100.213',
  agent: 'CanaryPhone/7.31 (Ada)',
  referer: 'https://canary-referer.example/ada',
  cookie: 'canary-cookie-41b7',
  language: 'x-canarylang',
  query: 'canaryquery-ada',
  name: '金丝雀小明',
  phone: '13900417263',
}
const headers = {
  'X-Forwarded-For': `203.0.113.9, ${marks.address}`,
  'User-Agent': marks.agent,
  Referer: marks.referer,
  Cookie: `a=${marks.cookie}`,
  'Accept-Language': `zh-CN,${marks.language};q=0.9`,
}
const asides = `name=${encodeURIComponent(marks.name)}&phone=${marks.phone}&q=${marks.query}`

interface Answered {
  status: number
  page: string
  to: string
  set: string[]
}

// By hand: `fetch` keeps some of these headers to itself.
function ask(path: string, init: { method?: string; body?: string; type?: string } = {}) {
  return new Promise<Answered>((resolve, reject) => {
    const { method = 'GET', body, type } = init
    const length = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) }
    const sent = { ...headers, ...(type && { 'Content-Type': type }), ...length }
    const asked = request({ port: PORT, host: '127.0.0.1', path, method, headers: sent }, (r) => {
      let page = ''
      r.setEncoding('utf8').on('data', (part) => {
        page += part
      })
      r.on('end', () => {
        const to = r.headers.location ?? ''
        resolve({ status: r.statusCode ?? 0, page, to, set: r.headers['set-cookie'] ?? [] })
      })
    })
    asked.on('error', reject).end(body)
  })
}
const form = (path: string, fields: URLSearchParams) =>
  ask(path, { method: 'POST', body: post(fields).body, type: 'application/x-www-form-urlencoded' })

/** The whole way of one resident, with a name and a number typed wherever they do not belong. */
async function walk(edition: 'adult' | 'child', answers: Record<string, string | string[]>) {
  const seen: Answered[] = []
  const get = async (path: string) => {
    const answer = await ask(`${path}${path.includes('?') ? '&' : '?'}${asides}`)
    seen.push(answer)
    return answer
  }
  for (const path of ['/', '/m/HC2A', `/c/huicheng/${edition}`]) await get(path)
  const step = edition === 'child' ? '&step=questions' : ''
  const reached = await walkTo(
    async (path) => (await get(path)).page,
    `/c/huicheng/${edition}?m=HC2A${step}`,
  )
  const { page } = await get(reached)
  const fields = withFields(page, { ...answers, ...(edition === 'adult' && { agree: 'yes' }) })
  for (const field of ['name', 'phone', 'wechat']) fields.set(field, marks.name + marks.phone)
  const sent = await form(`${reached}&${asides}`, fields)
  expect([sent.status, sent.to.startsWith('/r/')]).toEqual([303, true])
  seen.push(sent)
  const receipt = sent.to.split('?')[0] ?? ''
  for (const path of [receipt, `${receipt}/correction`, `${receipt}/deletion`]) await get(path)
  await form(`${receipt}/correction?${asides}`, fields)
  await form('/r', new URLSearchParams({ code: `${marks.name} ${marks.phone}` }))
  await get(`/r/${marks.phone}`)
  await get(`/m/${marks.phone}`)
  return { receipt, seen }
}

describe('who answers', () => {
  test.each([
    ['child', { K1: 'age8', K2: 'hc2' }],
    ['adult', { Q1: 'hc2', Q6: ['seats'] }],
  ] as const)(
    'stays unknown in the %s edition: nothing of caller, phone or name is kept or logged',
    async (edition, answers) => {
      const { seen, receipt } = await walk(edition, answers as Record<string, string | string[]>)
      expect(seen.flatMap(({ set }) => set)).toEqual([])
      const id = randomUUID()
      const stranger = { [edition]: { name: marks.name, phone: marks.phone } }
      const body = JSON.stringify({
        ...{ consultation: 'huicheng', edition, version: 1, channel: 'qr', answers: {} },
        ...stranger,
      })
      const type = 'application/json'
      const refused = await ask(`/api/responses/${id}?${asides}`, { method: 'PUT', body, type })
      expect(refused.status).toBe(400)
      await ask('/no/such/page', { method: 'DELETE' })
      await form(`${receipt}/deletion?${asides}`, new URLSearchParams())

      const sought = { ...marks, asides, receipt: receipt.slice(3) }
      const check = () => {
        expect(tracesIn(data, sought)).toEqual([])
        for (const mark of Object.values(sought)) expect(server.said()).not.toContain(mark)
      }
      check()
      // Log lines are written with a little delay.
      await new Promise((resolve) => setTimeout(resolve, 400))
      expect(server.said()).toContain('"route":"/c/:consultation/:edition{adult|child}"')
      check()
    },
  )

  test('cannot be told from the moment: nothing public says when an answer came', async () => {
    const from = Date.now()
    const { receipt } = await walk('adult', { Q1: 'hc1' })
    const to = Date.now()
    const pages = ['/', '/m/HC1A', '/m/HC2A', '/c/huicheng/results', '/api/consultations/huicheng']
    for (const path of pages) {
      const { page } = await ask(path)
      const moments = (page.match(/\b\d{13}\b/g) ?? []).map(Number)
      expect(moments.filter((moment) => moment >= from && moment <= to)).toEqual([])
      expect([path, page.match(/\b\d{1,2}:\d{2}\b/)]).toEqual([path, null])
    }
    // Their own receipt says the day.
    expect((await ask(receipt)).page).not.toContain(new Date(from).toISOString().slice(11, 16))
  })
})

test('the server says nothing of it when it stops, and leaves nothing behind', async () => {
  server.kill('SIGTERM')
  const { said } = await server.ended
  for (const mark of Object.values(marks)) expect(said).not.toContain(mark)
  expect(tracesIn(data, marks)).toEqual([])
})
