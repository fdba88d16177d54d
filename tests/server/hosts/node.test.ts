import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFile } from '../../../db/file.ts'
import { folderOfItsOwn, type Program, portFor, start, startServer } from './program.ts'

const folder = folderOfItsOwn()
afterAll(() => folder.remove())

const PORT = String(portFor(0))
const origin = `http://127.0.0.1:${PORT}`
const settingsIn = (name: string) => ({
  PORT,
  HOME: folder.path,
  DATABASE_URL: `file:${join(folder.path, name, 'forest.db')}`,
})

const submission = (text = '树荫') =>
  JSON.stringify({
    ...{ consultation: 'huicheng', edition: 'adult', version: 1, channel: 'qr' },
    answers: { Q18a: text },
  })
const send = (body = submission(), id: string = randomUUID()) =>
  fetch(`${origin}/api/responses/${id}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body,
  })

describe('the server of one machine', () => {
  let server: Program
  const settings = settingsIn('main')
  beforeAll(async () => {
    server = await startServer(settings)
  })
  afterAll(() => server.kill('SIGKILL'))

  test('says where residents go, where each mailbox leads and how to set up the desk', () => {
    const said = server.said()
    expect(said).toContain(`http://localhost:${PORT}/\n`)
    for (const code of ['HC1A', 'HC2A', 'HC3A', 'HC4A', 'HC5A'])
      expect(said).toContain(`/m/${code} `)
    expect(said).toMatch(/\/desk\/setup\/\S{40,}/)
  })

  test('a second one on the same database says so and leaves', async () => {
    const second = await start('node', { ...settings, PORT: String(Number(PORT) + 100) }).ended
    expect(second.code).toBe(1)
    expect(second.said.trim().split('\n')).toHaveLength(1)
    expect(second.said).toMatch(/正由另一个进程使用.*in use by another process/)
  })

  test('a second one on the same port says so and leaves', async () => {
    const second = await start('node', { ...settingsIn('other'), PORT }).ended
    expect(second.code).toBe(1)
    expect(second.said.trim().split('\n')).toHaveLength(1)
    expect(second.said).toMatch(/端口.*已被占用.*is in use/)
  })

  test('scripts and styles may be kept for ever, because a changed one has another name', async () => {
    const page = await (await fetch(`${origin}/c/huicheng/adult`)).text()
    const script = page.match(/\/assets\/[^"]+\.js/)?.[0] ?? ''
    const answer = await fetch(origin + script, { headers: { 'Accept-Encoding': 'br' } })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
    expect(answer.headers.get('Content-Encoding')).toBe('br')
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
    const tag = answer.headers.get('ETag') ?? ''
    const again = await fetch(origin + script, { headers: { 'If-None-Match': tag } })
    expect(again.status).toBe(304)
  })

  test.each(['/.vite/manifest.json', '/_headers', '/.assetsignore', '/assets/', '/assets'])(
    '%s is nobody’s business',
    async (path) => expect((await fetch(origin + path)).status).toBe(404),
  )

  test('pages travel small, in the way the browser understands', async () => {
    const page = (encoding: string) => raw(`/m/HC1A`, { 'Accept-Encoding': encoding })
    const [plain, gzip, brotli] = await Promise.all(['', 'gzip', 'gzip, br'].map(page))
    if (!plain || !gzip || !brotli) throw new Error('no answer')
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true)
    expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true)
    expect(brotli.body.length).toBeLessThan(gzip.body.length)
    expect(gzip.body.length).toBeLessThan(plain.body.length / 2)
    expect(brotli.head).toMatch(/vary: accept-encoding/i)
    expect((await page('br;q=0, gzip')).head).toMatch(/content-encoding: gzip/i)
  })

  test.each(['/a/../m/HC1A', '/..', '//m/HC1A', '/m/%2e%2e/x', '/m\\HC1A'])(
    'the crooked address %s is refused before anyone reads it',
    async (path) => expect((await raw(path)).head).toMatch(/^HTTP\/1.1 400/),
  )

  test('a head too large is refused', async () => {
    expect((await raw('/', { 'X-Long': 'x'.repeat(9000) })).head).toMatch(/^HTTP\/1.1 431/)
  })

  test('a body without a length is measured as it comes', async () => {
    let sent = 0
    const endless = new ReadableStream({
      pull: (to) => (sent++ < 200 ? to.enqueue(new Uint8Array(8192).fill(0x20)) : to.close()),
    })
    const answer = await fetch(`${origin}/api/responses/${randomUUID()}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: endless,
      duplex: 'half',
    } as RequestInit)
    expect(answer.status).toBe(413)
  })

  test('the log says what happened and nothing about who or what', async () => {
    const secret = '一句只有我知道的话'
    const stored = await (await send(submission(secret))).json()
    await fetch(`${origin}/r/${stored.receipt}?m=HC1A&name=secret-query`)
    await new Promise((resolve) => setTimeout(resolve, 300))
    const lines = server
      .said()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line))
    const fields = ['at', 'bytes', 'id', 'method', 'ms', 'route', 'status']
    for (const line of lines) expect(fields).toEqual(expect.arrayContaining(Object.keys(line)))
    expect(lines.map(({ route }) => route)).toEqual(
      expect.arrayContaining(['/api/responses/:uuid', '/r/:receipt']),
    )
    for (const trace of [secret, 'secret-query', '127.0.0.1', stored.receipt, stored.id]) {
      expect(lines.map((line) => JSON.stringify(line)).join()).not.toContain(trace)
    }
  })

  test('says once when a proxy nobody told it about keeps it from telling callers apart', async () => {
    const { receipt } = await (await send()).json()
    const behindProxy = () =>
      fetch(`${origin}/r/${receipt}`, { headers: { 'X-Forwarded-For': '203.0.113.7' } })
    const warnings = () => server.said().match(/"warning":"[^"]*TRUSTED_PROXIES=1/g) ?? []
    expect(warnings()).toEqual([])
    for (let n = 0; n < 3; n++) await behindProxy()
    await expect.poll(() => warnings().length).toBe(1)
    await behindProxy()
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(warnings()).toHaveLength(1)
    expect(server.said()).not.toContain('203.0.113.7')
  })

  test('told to stop, it finishes what was begun, tidies up and leaves with 0', async () => {
    const acknowledged: string[] = []
    let over = false
    const residents = Array.from({ length: 16 }, async () => {
      while (!over) {
        const id = randomUUID()
        const answer = await send(submission(), id).catch(() => undefined)
        if (answer?.status === 201) acknowledged.push(id)
        else over = true
      }
    })
    // In full swing, however slow the machine is.
    while (acknowledged.length <= 16 && !over) {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    const askedAt = performance.now()
    server.kill('SIGTERM')
    const ended = await server.ended
    await Promise.all(residents)
    expect(ended.code).toBe(0)
    expect(performance.now() - askedAt).toBeLessThan(10_000)
    expect(acknowledged.length).toBeGreaterThan(16)
    expect(await missing('main', acknowledged)).toEqual([])
    const database = join(folder.path, 'main/forest.db')
    expect(existsSync(`${database}.lock`)).toBe(false)
    expect(statSync(join(folder.path, 'main/secret-key')).mode & 0o777).toBe(0o600)
  })
})

describe('a server that was killed', () => {
  test('starts again by itself and has lost nothing it acknowledged', async () => {
    const settings = settingsIn('killed')
    const first = await startServer(settings)
    const stored = await Promise.all(Array.from({ length: 50 }, async () => (await send()).json()))
    first.kill('SIGKILL')
    await first.ended
    expect(existsSync(join(folder.path, 'killed/forest.db.lock'))).toBe(true)

    const second = await startServer(settings)
    const again = await send(submission(), stored[0].id)
    expect([again.status, await again.json()]).toEqual([200, stored[0]])
    second.kill('SIGTERM')
    expect((await second.ended).code).toBe(0)
    expect(
      await missing(
        'killed',
        stored.map(({ id }) => id),
      ),
    ).toEqual([])
  })
})

describe('a start that cannot be', () => {
  test.each([
    [{ PORT: 'eighty' }, /^PORT = "eighty"：/],
    [{ DATABASE_URL: 'mysql://x' }, /^DATABASE_URL：/],
    [{ PUBLIC_ORIGIN: 'forest.example.cn' }, /^PUBLIC_ORIGIN = /],
    [{ SECRET_KEY: 'short' }, /^SECRET_KEY：/],
    [{ HOST: '203.0.113.7' }, /^HOST = 203\.0\.113\.7：.*no such address/],
    [{ DATABASE_URL: 'file:/dev/null/forest.db' }, /^DATABASE_URL：.*cannot/],
    // A folder that Node itself would try to make for ever.
    [{ DATABASE_URL: 'file:/proc/x/forest.db' }, /^DATABASE_URL：.*cannot/],
    [{ DATABASE_URL: 'libsql://127.0.0.1:1' }, /^PUBLIC_ORIGIN .*needed/],
  ])('with %j is one clear line', async (wrong, line) => {
    const ended = await start('node', { ...settingsIn('wrong'), ...wrong }).ended
    expect(ended.code).toBe(1)
    expect(ended.said.trim().split('\n')).toHaveLength(1)
    expect(ended.said).toMatch(line)
  })

  test('with a file that is no database is one clear line, and no key is left beside it', async () => {
    const beside = join(folder.path, 'no-database')
    mkdirSync(beside)
    writeFileSync(join(beside, 'forest.db'), 'a shopping list, for instance')
    const ended = await start('node', settingsIn('no-database')).ended
    expect(existsSync(join(beside, 'secret-key'))).toBe(false)
    expect(ended.code).toBe(1)
    expect(ended.said.trim().split('\n')).toHaveLength(1)
    expect(ended.said).toMatch(/数据库打不开.*cannot be opened/)
  })
})

test('a folder in the place of the database is one clear line', async () => {
  const settings = settingsIn('folder')
  const ended = await start('node', { ...settings, DATABASE_URL: `file:${folder.path}` }).ended
  expect(ended.code).toBe(1)
  expect(ended.said.trim().split('\n')).toHaveLength(1)
  expect(ended.said).toMatch(/是文件夹.*is a folder/)
})

describe('the commands beside the server', () => {
  test('prepare makes everything ready and may be run again', async () => {
    for (let times = 0; times < 2; times++) {
      const ended = await start('prepare', settingsIn('prepared')).ended
      expect(ended.code).toBe(0)
      expect(ended.said).toContain('/desk/setup/')
    }
    expect(readFileSync(join(folder.path, 'prepared/forest.db')).length).toBeGreaterThan(10_000)
  })

  test('rebuild says what it found, edition by edition', async () => {
    const ended = await start('rebuild', settingsIn('prepared')).ended
    expect(ended.code).toBe(0)
    expect(ended.said.trim().split('\n')).toHaveLength(2)
    expect(ended.said).toContain('huicheng adult 1：0 份答卷')
  })
})

async function missing(name: string, ids: string[]): Promise<string[]> {
  const store = await openFile(join(folder.path, name, 'forest.db'))
  const { rows } = await store.read('SELECT id FROM responses')
  await store.close()
  const stored = new Set(rows.map((row) => String(row.id)))
  return ids.filter((id) => !stored.has(id))
}

// fetch would tidy the address and unpack the body; a socket shows what is really sent.
function raw(path: string, headers: Record<string, string> = {}) {
  return new Promise<{ head: string; body: Buffer }>((resolve, reject) => {
    const socket = connect(Number(PORT), '127.0.0.1')
    const parts: Buffer[] = []
    const lines = Object.entries({ Host: `localhost:${PORT}`, Connection: 'close', ...headers })
      .filter(([, value]) => value !== '')
      .map(([name, value]) => `${name}: ${value}\r\n`)
    socket.on('data', (part) => parts.push(part))
    socket.on('error', reject)
    socket.on('close', () => {
      const whole = Buffer.concat(parts)
      const end = whole.indexOf('\r\n\r\n')
      resolve({ head: whole.subarray(0, end).toString(), body: whole.subarray(end + 4) })
    })
    socket.write(`GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`)
  })
}
