import { readFileSync } from 'node:fs'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { packageFolder } from './unpack.ts'

const axe = readFileSync(`${packageFolder('axe-core')}/axe.min.js`, 'utf8')

/** What axe finds wrong on the page, in light and in dark, one line each. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  const faults = await faultsByAxe(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  // Of all that axe looks at, the dark changes the colours only.
  faults.push(...(await faultsByAxe(page, ['color-contrast'])))
  await page.emulateMedia({ colorScheme: 'light' })
  return faults
}

/** What axe finds wrong on the page as it stands, by these rules or by all. */
export async function faultsByAxe(page: Page, rules?: string[]): Promise<string[]> {
  await bringAxe(page)
  const options = { resultTypes: ['violations'], ...(rules && { runOnly: rules }) }
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(document, ${JSON.stringify(options)})`,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      return `${page.url()} ${id}: ${target.join(' ')} ${failureSummary}`
    }),
  )
}

const known = new WeakSet<Page>()

/** Brings axe into the page through the debugger, so the page's own CSP stays as residents have it. */
async function bringAxe(page: Page): Promise<void> {
  if (!known.has(page)) {
    known.add(page)
    // Half a megabyte travels once for all pages that are opened here; none runs it before it is asked for.
    await page.addInitScript(`window.bringAxe = () => { ${axe} }`)
  }
  const isThere = `'axe' in window || ('bringAxe' in window && (bringAxe(), true))`
  if (!(await page.evaluate(isThere))) await page.evaluate(axe)
}
