import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  connections,
  type LoadResult,
  load,
  medianOf,
  throughput,
  writeSubmissions,
} from './crowd.ts'
import { amount, type Figure, milliseconds } from './figures.ts'

const root = process.cwd()
const aim = 0.6

/** Acknowledged submissions per second beside the least a durable server can do, both measured in turn. */
export async function submissionFigures({ rounds = 5, seconds = 4 } = {}): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'forest-bench-'))
  const bodies = writeSubmissions(join(folder, 'bodies.json'))
  const ours = await startOurs(folder, await freePort())
  const bare = await startBare(folder, await freePort())
  try {
    const run = (port: number, length = seconds) => load(port, length, bodies)
    for (const server of [ours, bare]) await run(server.port, 2)
    const oursRuns: LoadResult[] = []
    const bareRuns: LoadResult[] = []
    for (let round = 0; round < rounds; round++) {
      oursRuns.push(await run(ours.port))
      bareRuns.push(await run(bare.port))
    }
    const ratio = medianOf(oursRuns, 'perSecond') / medianOf(bareRuns, 'perSecond')
    return [
      throughput('submissions stored, full contract', oursRuns),
      throughput('bare group commit, same machine, same minute', bareRuns),
      {
        name: 'of the bare limit',
        value: ratio.toFixed(2),
        detail: `aim ${aim}; ${connections} connections, synchronous=FULL, ${rounds} rounds of ${seconds} s in turn`,
        holds: ratio >= aim,
      },
      { name: 'server from start to first answer', value: milliseconds(ours.startedIn) },
      { name: 'server memory at its peak', value: `${amount(peakMegabytes(ours.child))} MB` },
    ]
  } finally {
    for (const server of [ours, bare]) await stop(server.child)
    rmSync(folder, { recursive: true, force: true })
  }
}

// Given by the system, so that two measurements on one machine cannot talk to each other's servers.
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

async function startOurs(folder: string, port: number) {
  const startedAt = performance.now()
  const child = spawn(process.execPath, [`${root}/dist/node/node.js`], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, PORT: `${port}`, DATABASE_URL: `file:${folder}/forest.db` },
  })
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/livez`).catch(() => undefined)
    if (answer?.ok) return { child, port, startedIn: performance.now() - startedAt }
    if (child.exitCode !== null) throw new Error('the server does not start')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

async function startBare(folder: string, port: number) {
  const program = `${root}/tests/bench/bare-server.mjs`
  const child = spawn(process.execPath, [program, `${port}`, `${folder}/bare.db`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return { child, port }
}

// The kernel's own high-water mark; where there is none, nothing is claimed.
function peakMegabytes(child: ChildProcess): number {
  try {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
    return Number(status.match(/VmHWM:\s+(\d+)/)?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

async function stop(child: ChildProcess) {
  if (child.exitCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}
