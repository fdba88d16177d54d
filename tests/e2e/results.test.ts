import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityFaults } from './axe.ts'
import { noBrowser, openBrowser, takePhone } from './browser.ts'
import { large, measuredFaults, sidewaysFaults, standard } from './measured.ts'
import { openPublishedSite } from './published-site.ts'
import type { Site } from './site.ts'
import { watch } from './watch.ts'

const pages = ['', '/child', '/embed'].flatMap((end) =>
  ['huicheng', 'garden'].map((id) => `/c/${id}/results${end}`),
)

describe.skipIf(noBrowser)('published results', { timeout: 60_000 }, () => {
  let site: Site
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let faults: string[]

  beforeAll(async () => {
    site = await openPublishedSite()
    browser = await openBrowser()
    context = await takePhone(browser)
    faults = watch(context, site.origin)
    page = await context.newPage()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.stop()
  })

  test.each(pages)('%s can be read by anyone', async (path) => {
    const found: string[] = []
    for (const print of path.endsWith('/embed') ? [''] : ['', '?mode=elder']) {
      await page.goto(site.origin + path + print)
      await page.evaluate(() => {
        for (const folded of document.querySelectorAll('details')) folded.open = true
      })
      found.push(...(await accessibilityFaults(page)))
      found.push(...(await measuredFaults(page, print ? large : standard)))
      found.push(...(await sidewaysFaults(page)))
    }
    expect(found).toEqual([])
  })

  test('a number stays in one line with whom it counts, and the plan names its squares in plain size', async () => {
    const found: string[] = []
    for (const path of ['/c/huicheng/results', '/c/garden/results']) {
      await page.goto(site.origin + path)
      const cells = page.locator('.bars td:not(.measured), .pairs td:not([colspan])')
      expect(await cells.count()).toBeGreaterThan(5)
      found.push(
        ...(await cells.evaluateAll((all) =>
          all.flatMap((cell) => {
            const text = document.createRange()
            text.selectNodeContents(cell)
            const lines = [...text.getClientRects()].map(({ bottom }) => bottom)
            return Math.max(...lines) - Math.min(...lines) > 10 ? [cell.textContent ?? ''] : []
          }),
        )),
      )
    }
    expect(found).toEqual([])
    const names = page.locator('.plan-columns span, .plan-rows span')
    expect((await names.allTextContents()).join('')).toBe('ABCDEFGH123456')
    const apart = await names.evaluateAll((all) => {
      const ground = document.querySelector('.plan-ground')?.getBoundingClientRect()
      return all.every((name) => {
        const { right, bottom } = name.getBoundingClientRect()
        const size = Number.parseFloat(getComputedStyle(name).fontSize)
        return ground && size >= 14 && (right <= ground.left + 1 || bottom <= ground.top + 1)
      })
    })
    expect(apart).toBe(true)
  })

  test.each(['a4', 'a3'] as const)('the poster fits one sheet of %s', async (paper) => {
    for (const id of ['huicheng', 'garden']) {
      await page.goto(`${site.origin}/c/${id}/results/poster?paper=${paper}`)
      expect(await accessibilityFaults(page)).toEqual([])
      const printed = await page.pdf({ preferCSSPageSize: true })
      const text = printed.toString('latin1')
      expect(text.match(/\/Type\s*\/Page\b/g)?.length).toBe(1)
      const [, width = '', height = ''] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(text) ?? []
      const [wide, high] = paper === 'a4' ? [595, 842] : [842, 1191]
      expect(Math.abs(Number(width) - wide) + Math.abs(Number(height) - high)).toBeLessThan(3)
    }
  })

  test('stand in a frame on another page, and nothing else of this site does', async () => {
    const elsewhere = createServer((request, answer) => {
      const address = `${site.origin}/c/huicheng/results${request.url ?? ''}`
      answer.setHeader('Content-Type', 'text/html')
      answer.end(`<iframe src="${address}" width="360" height="600"></iframe>`)
    }).listen(0, '127.0.0.1')
    await once(elsewhere, 'listening')
    const { port } = elsewhere.address() as AddressInfo
    const other = await (await browser.newContext()).newPage()
    for (const [end, seen] of [
      ['/embed', 1],
      ['/poster', 0],
    ] as const) {
      await other.goto(`http://127.0.0.1:${port}${end}`)
      expect([end, await other.frameLocator('iframe').locator('h1').count()]).toEqual([end, seen])
    }
    elsewhere.close()
  })

  test('ask no other host and break no policy', () => {
    expect(faults).toEqual([])
  })
})
