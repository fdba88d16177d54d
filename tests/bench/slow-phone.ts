import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageFolder, unpackOnce } from '../e2e/unpack.ts'
import { walkOn } from '../walk-to.ts'
import { type Figure, milliseconds } from './figures.ts'

const pages = [
  ['cover page', '/m/HC1A'],
  ['adult questionnaire', '/c/huicheng/adult?m=HC1A'],
  ['adult, large type', '/c/huicheng/adult?m=HC1A&mode=elder'],
  ['child questionnaire', '/c/huicheng/child?m=HC1A&step=questions'],
] as const

interface Report {
  audits: Record<string, { numericValue?: number }>
  categories: { accessibility: { score: number } }
}

/**
 * Lighthouse's slow-4G phone (150 ms, 1.6 Mbit/s, a processor four times slower), throttled for real and
 * not simulated. Lighthouse is fetched for the occasion: it weighs more than all other tools together.
 */
export async function slowPhoneFigures(origin: string): Promise<Figure[]> {
  // First all the addresses: while Lighthouse runs nothing else does, and the connection is closed meanwhile.
  const addresses = await Promise.all(
    pages.map(async ([name, path]) => ({ name, address: origin + (await walkOn(origin, path)) })),
  )
  return addresses.map(({ name, address }) => {
    const report = visit(address)
    return report ? figureOf(name, report) : { name, value: 'Lighthouse could not be run here' }
  })
}

function figureOf(name: string, report: Report): Figure {
  const of = (audit: string) => report.audits[audit]?.numericValue ?? Number.NaN
  const painted = of('first-contentful-paint')
  const usable = of('interactive')
  const shift = of('cumulative-layout-shift')
  const accessibility = Math.round(report.categories.accessibility.score * 100)
  return {
    name,
    value: `first paint ${milliseconds(painted)} of 1,000 · usable ${milliseconds(usable)} of 1,500`,
    detail: `layout shift ${Number(shift.toPrecision(3))} · accessibility ${accessibility}`,
    holds: painted <= 1_000 && usable <= 1_500 && shift === 0 && accessibility === 100,
  }
}

function visit(url: string): Report | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'))
  const path = join(folder, 'report.json')
  const packed = `${packageFolder('@sparticuz/chromium')}/bin/chromium.br`
  const chromium = unpackOnce(packed, 'chromium-147')
  const choices = [
    ...['--quiet', '--output=json', `--output-path=${path}`],
    ...['--only-categories=performance,accessibility', '--form-factor=mobile'],
    ...['--throttling-method=devtools', '--chrome-flags=--headless --no-sandbox --disable-gpu'],
  ]
  const run = spawnSync('npx', ['--yes', 'lighthouse@12.8.2', url, ...choices], {
    env: { ...process.env, CHROME_PATH: chromium },
    encoding: 'utf8',
    timeout: 180_000,
  })
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    console.error(run.stderr?.trim().split('\n').at(-1))
    return undefined
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
