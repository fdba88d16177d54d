import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openSite } from '../e2e/site.ts'
import { type LoadResult, load, medianOf, throughput, writeSubmissions } from './crowd.ts'
import { makeDatabase } from './desk-database.ts'
import { deskVisitor } from './desk-visitor.ts'
import { amount, type Figure, milliseconds, timingOf } from './figures.ts'

const staff = [
  ['three people at the desk, a page a second each', 3, 1_000],
  ['one who opens page after page without a pause', 1, 0],
] as const
const aim = 0.9

const pages = [
  '/desk',
  '/desk/c/huicheng/results/adult',
  '/desk/c/huicheng/results/adult/Q8',
  '/desk/c/huicheng/compare?q=Q8&by=Q2&n=hc2',
  '/desk/c/huicheng/results/child',
  '/desk/c/huicheng/results/adult/Q18c',
]

/** Submissions in turns: alone, and while staff read results that hold so many responses and every new one. */
export async function browsingFigures(
  folder: string,
  { responses = 100_000, rounds = 5, seconds = 4 } = {},
): Promise<Figure[]> {
  mkdirSync(folder, { recursive: true })
  const database = join(folder, 'browsed.db')
  await makeDatabase(database, responses)
  const bodies = writeSubmissions(join(folder, 'bodies.json'))
  const site = await openSite(database)
  try {
    const visitor = await deskVisitor(site)
    for (const page of pages) await visitor(page)
    const run = (length = seconds) => load(Number(new URL(site.origin).port), length, bodies)
    await run(2)
    const alone: LoadResult[] = []
    const beside = staff.map(() => ({ runs: [] as LoadResult[], took: [] as number[] }))
    for (let round = 0; round < rounds; round++) {
      alone.push(await run())
      for (const [at, [, people, pause]] of staff.entries()) {
        const browsing = browse(visitor, people, pause)
        beside[at]?.runs.push(await run())
        beside[at]?.took.push(...(await browsing.end()))
      }
    }
    const figures = [throughput(`alone, over ${amount(responses)} responses`, alone)]
    for (const [at, [name]] of staff.entries()) {
      const { runs = [], took = [] } = beside[at] ?? {}
      const ratio = medianOf(runs, 'perSecond') / medianOf(alone, 'perSecond')
      const { median, p99, times } = timingOf(took)
      const visits = `${times} pages, median ${milliseconds(median)}, p99 ${milliseconds(p99)}`
      figures.push({
        ...throughput(name, runs),
        detail: `${ratio.toFixed(2)} of alone, aim ${aim}; ${visits}`,
        holds: ratio >= aim,
      })
    }
    return figures
  } finally {
    await site.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** People who open one page after the other, each pausing in between, until told to end. */
function browse(visitor: (path: string) => Promise<string>, people: number, pause: number) {
  let isOver = false
  const took: number[] = []
  const walks = Array.from({ length: people }, async (_, person) => {
    for (let at = person; !isOver; at++) {
      const started = performance.now()
      await visitor(pages[at % pages.length] ?? '/desk')
      took.push(performance.now() - started)
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  })
  return {
    async end(): Promise<number[]> {
      isOver = true
      await Promise.all(walks)
      return took
    },
  }
}
