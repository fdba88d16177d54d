import { readFileSync } from 'node:fs'
import { huicheng } from '../../surveys/definitions/huicheng/consultation.ts'
import { openSite, type Site } from '../e2e/site.ts'
import { makeDatabase } from './desk-database.ts'
import { deskLimits } from './desk-limits.ts'
import { deskVisitor } from './desk-visitor.ts'
import {
  amount,
  type Figure,
  milliseconds,
  range,
  type Timing,
  timed,
  timingOf,
} from './figures.ts'

const results = '/desk/c/huicheng/results'
const compare = '/desk/c/huicheng/compare'
const visits = 200
const mostSeconds = 20

const pages = [
  ['overview', '/desk', 50],
  ['results page, adults', `${results}/adult`, 50],
  ['results page, children', `${results}/child`, 50],
  ['one question: table, neighbourhoods, channels, words', `${results}/adult/Q8`, 50],
  ['results page, one neighbourhood and one answer', `${results}/adult?n=hc2&is=Q2.age30`, 300],
  ['cross-tab, several × one, filtered', `${compare}?q=Q8&by=Q2&n=hc2&is=Q11.lift`, 300],
  ['cross-tab by neighbourhood, filtered', `${compare}?q=Q6&by=@neighbourhood&via=qr`, 300],
  ['coverage', '/desk/c/huicheng/coverage', undefined],
  ['quality', '/desk/c/huicheng/quality', undefined],
] as const

/** The committee's pages over so many real rows, from the start to the memory it takes. */
export async function resultFigures(folder: string, count: number): Promise<Figure[]> {
  const database = `${folder}/${count}.db`
  await makeDatabase(database, count)
  const limits = await deskLimits(database)
  const site = await openSite(database)
  try {
    const visitor = await deskVisitor(site)
    const figures = [await restarted(site, visitor)]
    for (const [name, path, aim] of pages) {
      // The first visits compile the page and count everything once.
      const first = await timed(1, () => visitor(path))
      await timed(10, () => visitor(path), mostSeconds)
      const before = processorTime(site)
      const again = await timed(visits, () => visitor(path), mostSeconds)
      const work = (processorTime(site) - before) / again.times
      const more = `first ${milliseconds(first.median)}; ${work.toFixed(1)} ms of processor`
      figures.push(visited(name, again, aim, more))
    }
    figures.push(await everyQuestion(visitor))
    const memory = peakMemory(site)
    figures.push({
      name: 'peak memory of the server',
      value: `${amount(memory)} MB`,
      detail: 'aim 300 MB',
      holds: memory <= 300,
    })
    return [...figures, ...limits]
  } finally {
    await site.stop()
  }
}

/** From the start of the process to the first page of results, with all that has to be read for it. */
async function restarted(site: Site, visitor: (path: string) => Promise<string>): Promise<Figure> {
  const took: number[] = []
  for (let i = 0; i < 3; i++) {
    await site.restart('SIGTERM')
    await visitor(`${results}/adult`)
    took.push(performance.now() - site.startedAt())
  }
  const timing = timingOf(took)
  return {
    name: 'from start of the process to the first results page',
    value: `median ${milliseconds(timing.median)}`,
    detail: `${range(timing)}; aim 2,000 ms`,
    holds: timing.most <= 2_000,
  }
}

function visited(name: string, timing: Timing, aim?: number, more?: string): Figure {
  const { median, p99, times } = timing
  return {
    name,
    value: `median ${milliseconds(median)} · p99 ${milliseconds(p99)}`,
    detail: [range(timing), more, `${times} visits`, aim && `aim p99 ${aim} ms`]
      .filter(Boolean)
      .join('; '),
    ...(aim !== undefined && { holds: p99 <= aim }),
  }
}

/** Every page of a single question, and which of them takes longest. */
async function everyQuestion(visitor: (path: string) => Promise<string>): Promise<Figure> {
  const took: number[] = []
  let slowest = { path: '', median: 0 }
  for (const { audience, sections } of huicheng.editions) {
    for (const { id, kind } of sections.flatMap(({ questions }) => questions)) {
      if (kind === 'note') continue
      const path = `${audience}/${id}`
      await timed(3, () => visitor(`${results}/${path}`))
      const some = await timedEach(15, () => visitor(`${results}/${path}`))
      took.push(...some)
      const { median } = timingOf(some)
      if (median > slowest.median) slowest = { path, median }
    }
  }
  const more = `slowest ${slowest.path}, median ${milliseconds(slowest.median)}`
  return visited('every question page in turn', timingOf(took), 50, more)
}

async function timedEach(times: number, run: () => unknown): Promise<number[]> {
  const took: number[] = []
  for (let i = 0; i < times; i++) took.push((await timed(1, run)).median)
  return took
}

/** What the server has used of the processor, in milliseconds: true also where other work slows everything down. */
function processorTime(site: Site): number {
  const [, fields = ''] = readFileSync(`/proc/${site.pid()}/stat`, 'utf8').split(') ')
  const [user, system] = fields.split(' ').slice(11, 13)
  // The kernel counts in hundredths of a second.
  return (Number(user) + Number(system)) * 10
}

/** The most this process ever held, as the kernel counted it, in millions of bytes. */
function peakMemory(site: Site): number {
  const status = readFileSync(`/proc/${site.pid()}/status`, 'utf8')
  return (Number(status.match(/VmHWM:\s+(\d+) kB/)?.[1]) * 1024) / 1e6
}
