import { mkdirSync, rmSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { openSite } from '../e2e/site.ts'
import { attackFigures } from './attack.ts'
import { engineFigures } from './engine.bench.ts'
import { exportFigures } from './exports.ts'
import { amount, printFigures } from './figures.ts'
import { submissionFigures } from './http.ts'
import { resultFigures } from './results.ts'
import { slowPhoneFigures } from './slow-phone.ts'
import { weightFigures } from './weights.ts'
import { browsingFigures } from './while-browsing.ts'
import { wholeVisitFigures } from './whole-visit.ts'

// `npm run bench`: every figure the README claims, measured here and now. `--quick` for small sizes.
const quick = process.argv.includes('--quick')
const folder = new URL('../../.cache/bench-data/', import.meta.url).pathname
const sizes = quick ? [1_000, 20_000] : [1_000, 100_000, 1_000_000]

const memory = `${amount(totalmem() / 2 ** 30)} GiB`
console.log(
  `Node ${process.version} · ${cpus().length} cores · ${memory}${quick ? ' · quick' : ''}`,
)

const site = await openSite()
printFigures(
  'First view: what a phone receives before it can show anything',
  await weightFigures(site),
)
printFigures('Everything a phone downloads', await wholeVisitFigures(site.origin))
printFigures('A phone on slow 4G, measured by Lighthouse', await slowPhoneFigures(site.origin))
await site.stop()

printFigures(
  'Submissions: acknowledged means on disk',
  await submissionFigures(quick ? { rounds: 1, seconds: 1 } : {}),
)

printFigures(
  'Submissions while staff browse',
  await browsingFigures(folder, quick ? { responses: 5_000, rounds: 1, seconds: 1 } : {}),
)

printFigures('Engine alone, fifteen questions in memory', await engineFigures(sizes.at(-1)))

printFigures(
  'Published numbers under attack by an exact solver',
  await attackFigures(quick ? 50 : 500),
)

printFigures('Files of single responses', await exportFigures(folder, quick ? 5_000 : 100_000))

for (const size of sizes) {
  mkdirSync(folder, { recursive: true })
  printFigures(
    `The desk over ${amount(size)} responses in the database`,
    await resultFigures(folder, size),
  )
  rmSync(folder, { recursive: true, force: true })
}
