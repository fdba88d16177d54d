import { readFileSync } from 'node:fs'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { packageFolder } from './unpack.ts'

const axe = readFileSync(`${packageFolder('axe-core')}/axe.min.js`, 'utf8')

/** What axe finds wrong on the page, in light and in dark, one line each. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const faults: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // Through the debugger, so the page's own CSP stays as residents have it.
    await page.evaluate(axe)
    const results = await page.evaluate<AxeResults>(
      'axe.run(document, { resultTypes: ["violations"] })',
    )
    for (const { id, nodes } of results.violations) {
      for (const node of nodes) {
        faults.push(
          `${page.url()} (${colorScheme}) ${id}: ${node.target.join(' ')} ${node.failureSummary}`,
        )
      }
    }
  }
  await page.emulateMedia({ colorScheme: 'light' })
  return faults
}
