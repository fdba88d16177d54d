import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { walkOn } from '../walk-to.ts'
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

  const paths = [
    '/m/HC1A',
    '/c/huicheng/adult?m=HC1A',
    '/c/huicheng/adult?m=HC1A&mode=elder',
    '/c/huicheng/child?m=HC1A&step=questions',
  ]

  test.each(paths)(
    'nothing on %s moves when the script arrives after the page was seen',
    async (path) => {
      const { page, moves, leave } = await watched()
      await page.route('**/assets/*.js', async (route) => {
        await sleep(700)
        await route.continue()
      })
      await page.goto(site.origin + (await walkOn(site.origin, path)))
      await page.waitForSelector('html.js')
      await page.waitForTimeout(500)
      expect(await moves()).toEqual([])
      await leave()
    },
  )

  test.each(paths)('nothing on %s moves when the page arrives piece by piece', async (path) => {
    const html = await (await fetch(site.origin + (await walkOn(site.origin, path)))).text()
    const slow = await inPieces(html)
    const { page, moves, leave } = await watched()
    await page.goto(slow.origin)
    await page.waitForTimeout(100)
    expect(await moves()).toEqual([])
    await leave()
    slow.server.close()
  })

  /** A phone as wide and as high as the one Lighthouse measures with, and what moved on it. */
  async function watched() {
    const viewport = { width: 412, height: 823 }
    const context = await takePhone(browser, { viewport, deviceScaleFactor: 1.75, isMobile: true })
    const page = await context.newPage()
    await page.addInitScript(`
      moves = []
      new PerformanceObserver((list) => {
        for (const { value, sources } of list.getEntries())
          moves.push(value + ': ' + sources.map(({ node, previousRect, currentRect }) =>
            (node?.outerHTML ?? node?.textContent ?? '').slice(0, 60) +
            JSON.stringify(previousRect) + JSON.stringify(currentRect)))
      }).observe({ type: 'layout-shift', buffered: true })`)
    return { page, moves: () => page.evaluate('moves'), leave: () => context.close() }
  }
})

/** A server that sends the page up to a tag, waits until that much was painted, and goes on to the next. */
async function inPieces(html: string): Promise<{ origin: string; server: Server }> {
  const head = html.indexOf('<body')
  const pieces = [
    html.slice(0, head),
    ...html.slice(head).split(/(?<=<\/(?:a|svg|h1|h2|p|nav|legend|label)>)/),
  ]
  const server = createServer(async ({ url }, response) => {
    if (url !== '/') return void response.writeHead(404).end()
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
    // What lies below the first screen is not seen when it comes.
    for (const piece of pieces.slice(0, 30)) {
      response.write(piece)
      await sleep(50)
    }
    response.end(pieces.slice(30).join(''))
  }).listen(0, '127.0.0.1')
  await new Promise((ready) => server.once('listening', ready))
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, server }
}
