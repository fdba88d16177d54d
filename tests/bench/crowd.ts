import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { huicheng } from '../../surveys/definitions/huicheng/consultation.ts'
import { amount, type Figure, milliseconds } from './figures.ts'
import { someAnswers } from './http-answers.ts'

export const connections = 64

export interface LoadResult {
  perSecond: number
  p50: number
  p99: number
  statuses: Record<string, number>
}

/** Writes down the JSON bodies of so many adults who answer everything, a third of them with long texts. */
export function writeSubmissions(path: string, howMany = 400): string {
  const adult = huicheng.editions.find((edition) => edition.audience === 'adult')
  if (!adult) throw new Error('no adult edition')
  const mailboxes = huicheng.neighbourhoods.flatMap(({ mailboxes: all }) => all)
  const bodies = Array.from({ length: howMany }, (_, i) =>
    JSON.stringify({
      ...{ consultation: huicheng.id, edition: 'adult', version: 1, channel: 'qr' },
      mailbox: mailboxes[i % mailboxes.length]?.code,
      ...someAnswers(adult, i),
    }),
  )
  writeFileSync(path, JSON.stringify(bodies))
  return path
}

/** Sends them from a process of its own for so long. */
export async function load(port: number, seconds: number, bodies: string): Promise<LoadResult> {
  const program = `${process.cwd()}/tests/bench/load.mjs`
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

export function throughput(name: string, runs: LoadResult[]): Figure {
  const speeds = runs.map((run) => run.perSecond)
  return {
    name,
    value: `${amount(medianOf(runs, 'perSecond'))} / s`,
    detail: `${amount(Math.min(...speeds))}–${amount(Math.max(...speeds))} · p50 ${milliseconds(medianOf(runs, 'p50'))} · p99 ${milliseconds(medianOf(runs, 'p99'))}`,
  }
}

export function medianOf(runs: LoadResult[], key: 'perSecond' | 'p50' | 'p99'): number {
  const sorted = runs.map((run) => run[key]).sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
