import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noBrowser, openBrowser, takePhone } from './browser.ts'
import { openSite, type Site } from './site.ts'

describe.skipIf(noBrowser)('on a phone with a slow network', () => {
  let site: Site
  let browser: Browser
  beforeAll(async () => {
    site = await openSite()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.stop()
  })

  test.each([
    '/m/HC1A',
    '/c/huicheng/adult?m=HC1A',
    '/c/huicheng/adult?m=HC1A&mode=elder',
    '/c/huicheng/child?m=HC1A&step=questions',
  ])('nothing on %s moves when the script arrives after the page was seen', async (path) => {
    // As wide and as high as the phone Lighthouse measures with.
    const viewport = { width: 412, height: 823 }
    const context = await takePhone(browser, { viewport, deviceScaleFactor: 1.75, isMobile: true })
    const page = await context.newPage()
    await page.route('**/assets/*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 700))
      await route.continue()
    })
    await page.addInitScript(`
      moves = []
      new PerformanceObserver((list) => {
        for (const { value, sources } of list.getEntries())
          moves.push(value + ': ' + sources.map(({ node, previousRect, currentRect }) =>
            (node?.outerHTML ?? node?.textContent ?? '').slice(0, 60) +
            JSON.stringify(previousRect) + JSON.stringify(currentRect)))
      }).observe({ type: 'layout-shift', buffered: true })`)
    await page.goto(site.origin + path)
    await page.waitForSelector('html.js')
    await page.waitForTimeout(500)
    expect(await page.evaluate('moves')).toEqual([])
    await context.close()
  })
})
