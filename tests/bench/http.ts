import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { huicheng } from '../../surveys/definitions/huicheng/consultation.ts'
import { amount, type Figure, milliseconds } from './figures.ts'
import { someAnswers } from './http-answers.ts'

const root = process.cwd()
const connections = 64
const aim = 0.6

/** Acknowledged submissions per second beside the least a durable server can do, both measured in turn. */
export async function submissionFigures({ rounds = 5, seconds = 4 } = {}): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'forest-bench-'))
  const bodies = join(folder, 'bodies.json')
  writeFileSync(bodies, JSON.stringify(submissions(400)))
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

interface LoadResult {
  perSecond: number
  p50: number
  p99: number
  statuses: Record<string, number>
}

/** JSON bodies of adults who answer everything, a third of them with long texts. */
function submissions(howMany: number): string[] {
  const adult = huicheng.editions.find((edition) => edition.audience === 'adult')
  if (!adult) throw new Error('no adult edition')
  const mailboxes = huicheng.neighbourhoods.flatMap(({ mailboxes: all }) => all)
  return Array.from({ length: howMany }, (_, i) =>
    JSON.stringify({
      ...{ consultation: huicheng.id, edition: 'adult', version: 1, channel: 'qr' },
      mailbox: mailboxes[i % mailboxes.length]?.code,
      ...someAnswers(adult, i),
    }),
  )
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

async function load(port: number, seconds: number, bodies: string): Promise<LoadResult> {
  const program = `${root}/tests/bench/load.mjs`
  const args = [program, `${port}`, `${connections}`, `${seconds}`, bodies]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  await once(child, 'close')
  const result: LoadResult = JSON.parse(said)
  const strange = Object.keys(result.statuses).filter((status) => status !== '201')
  if (strange.length > 0) throw new Error(`answers other than 201: ${said}`)
  return result
}

function throughput(name: string, runs: LoadResult[]): Figure {
  const speeds = runs.map((run) => run.perSecond)
  return {
    name,
    value: `${amount(medianOf(runs, 'perSecond'))} / s`,
    detail: `${amount(Math.min(...speeds))}–${amount(Math.max(...speeds))} · p50 ${milliseconds(medianOf(runs, 'p50'))} · p99 ${milliseconds(medianOf(runs, 'p99'))}`,
  }
}

function medianOf(runs: LoadResult[], key: 'perSecond' | 'p50' | 'p99'): number {
  const sorted = runs.map((run) => run[key]).sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
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
