import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isFree } from '../is-free.ts'

const root = new URL('../../', import.meta.url).pathname
const program = `${root}dist/node/node.js`

export interface Site {
  origin: string
  /** Path of the database file. */
  database: string
  /** Of the running server; another one after every restart. */
  pid(): number
  /** When the running process was begun, by `performance.now()`. */
  startedAt(): number
  /** The one-time desk set-up link that the newest start printed. */
  setupLink(): string
  /** Everything the server said so far. */
  said(): string
  stop(): Promise<void>
  /** Ends the process with the signal and starts it again on the same database and port. */
  restart(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

/** The built server, as `npm start` runs it, on a free port with a database of its own, or with this one. */
export async function openSite(given?: string): Promise<Site> {
  if (!existsSync(program)) throw new Error('dist/ is not built: run npm run build first')
  const folder = mkdtempSync(join(tmpdir(), 'forest-'))
  const database = given ?? join(folder, 'forest.db')
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const environment = {
    ...process.env,
    PORT: String(port),
    DATABASE_URL: `file:${database}`,
    PUBLIC_ORIGIN: origin,
    SECRET_KEY: 'a key for tests only, of more than 32 bytes',
  }
  let said = ''
  let server: ChildProcess | undefined
  let startedAt = 0

  const start = async () => {
    startedAt = performance.now()
    const child = spawn(process.execPath, [program], { cwd: root, env: environment })
    server = child
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text
      })
    }
    await ready(origin, child, () => said)
  }
  const end = async (signal: NodeJS.Signals) => {
    const child = server
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await ended
  }

  const setupLink = () => said.match(/https?:\/\/\S+\/desk\/\S+/g)?.at(-1) ?? ''
  await start()
  // A new house says how to enter it; its words may come a moment after its first answer.
  for (const end = Date.now() + 5_000; !given && !setupLink() && Date.now() < end; )
    await new Promise((resolve) => setTimeout(resolve, 20))
  return {
    origin,
    database,
    pid: () => server?.pid ?? 0,
    startedAt: () => startedAt,
    setupLink,
    said: () => said,
    async stop() {
      await end('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
    async restart(signal) {
      await end(signal)
      await start()
    },
  }
}

async function ready(origin: string, server: ChildProcess, said: () => string): Promise<void> {
  const patience = Date.now() + 20_000
  while (Date.now() < patience) {
    if (server.exitCode !== null) break
    const answer = await fetch(`${origin}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`the server did not become ready:\n${said()}`)
}

// Several test files run at once: each begins its search somewhere else.
async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries++) {
    const port = 2500 + ((process.pid + tries) % 99)
    if (await isFree(port)) return port
  }
  throw new Error('no free port between 2500 and 2599')
}
