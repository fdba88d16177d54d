import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = new URL('../../..', import.meta.url).pathname

interface Ended {
  code: number | null
  said: string
  tookMs: number
}

export interface Program {
  /** Everything it printed so far. */
  said(): string
  kill(signal: NodeJS.Signals): void
  ended: Promise<Ended>
}

/** A folder that is gone after the tests. */
export function folderOfItsOwn(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'forest-host-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** One of the built programs, with only these settings. */
export function start(name: 'node' | 'prepare' | 'rebuild', environment: Record<string, string>) {
  const startedAt = performance.now()
  const child: ChildProcess = spawn(process.execPath, [`${root}dist/node/${name}.js`], {
    cwd: environment.HOME ?? root,
    env: { PATH: process.env.PATH, ...environment },
  })
  // Whatever goes wrong in a test, nothing it started outlives it by much.
  const patience = setTimeout(() => child.kill('SIGKILL'), 60_000).unref()
  running.add(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  }
  const program: Program = {
    said: () => said,
    kill: (signal) => child.kill(signal),
    ended: new Promise((resolve) =>
      child.once('close', (code) => {
        clearTimeout(patience)
        running.delete(child)
        resolve({ code, said, tookMs: performance.now() - startedAt })
      }),
    ),
  }
  return program
}

/** The server, once it answers. */
export async function startServer(environment: Record<string, string>): Promise<Program> {
  const program = start('node', environment)
  let over = false
  program.ended.then(() => {
    over = true
  })
  for (let tries = 0; tries < 400 && !over; tries++) {
    const answer = await fetch(`http://127.0.0.1:${environment.PORT}/readyz`).catch(() => undefined)
    if (answer?.ok) return program
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error(`the server does not start:\n${program.said()}`)
}

/** A port of this test file's own, so that files can run side by side. */
export const portFor = (file: number) => 2210 + file * 10 + (process.pid % 10)
