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
  // Through the debugger, so the page's own CSP stays as residents have it.
  await page.evaluate(axe)
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
