import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noBrowser, openBrowser } from './browser.ts'
import { enterDesk } from './desk-door.ts'
import { drawnBars } from './drawn-bars.ts'
import { neighboursAnswer } from './neighbours.ts'
import { scanned } from './qr.ts'
import { openSite, type Site } from './site.ts'
import { watch } from './watch.ts'

describe.skipIf(noBrowser)('at the desk', () => {
  let site: Site
  let browser: Browser
  let page: Page
  let faults: string[]

  beforeAll(async () => {
    site = await openSite()
    browser = await openBrowser()
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    faults = watch(context, site.origin)
    page = await context.newPage()
    await enterDesk(page, site)
  })
  afterAll(async () => {
    await browser?.close()
    await site?.stop()
  })

  test('the set-up link works once', async () => {
    const again = await fetch(site.setupLink())
    expect(again.status).toBe(410)
  })

  test('before anybody has answered, the desk says so', async () => {
    await page.goto(`${site.origin}/desk`)
    expect(await page.textContent('main')).toContain('还没有收到答卷')
  })

  test('what neighbours answered is there after one reload, adults and children apart', async () => {
    await neighboursAnswer(site.origin, 'adult', 40)
    await neighboursAnswer(site.origin, 'child', 30)
    await page.goto(`${site.origin}/desk`)
    expect(await tallies(page)).toEqual(['40', '30'])
    await neighboursAnswer(site.origin, 'adult', 1)
    await neighboursAnswer(site.origin, 'child', 1)
    await page.reload()
    expect(await tallies(page)).toEqual(['41', '31'])
    await page.goto(`${site.origin}/desk/c/huicheng/results/adult`)
    expect(await page.textContent('.standfirst')).toContain('41 位')
    await page.goto(`${site.origin}/desk/c/huicheng/results/child`)
    expect(await page.textContent('.standfirst')).toContain('31 位')
  })

  test.each(['adult', 'child'])(
    'every chart of the %s results is drawn, as long as its table says',
    async (audience) => {
      await page.goto(`${site.origin}/desk/c/huicheng/results/${audience}`)
      const figures = page.locator('figure[data-finding]:has(table[data-shape])')
      const count = await figures.count()
      expect(count).toBeGreaterThan(5)
      let compared = 0
      for (let i = 0; i < count; i++) {
        const figure = figures.nth(i)
        const canvas = figure.locator('canvas')
        const name = (await figure.getAttribute('id')) ?? ''
        expect(await canvas.count(), name).toBe(1)
        expect(await colours(canvas), name).toBeGreaterThan(2)
        if ((await figure.locator('table').first().getAttribute('data-shape')) !== 'bars') continue
        const shares = await figure
          .locator('td[data-share]')
          .evaluateAll((cells) => cells.map((cell) => Number((cell as HTMLElement).dataset.share)))
        const shown = shares.filter((share) => share > 0.01)
        const drawn = await drawnBars(canvas)
        const pixels = Math.max(...drawn) / Math.max(...shown)
        const wanted = shown.map((share) => Math.round(share * pixels))
        expect(drawn.length, `${name}: ${drawn} for ${wanted}`).toBe(wanted.length)
        const off = drawn.map((length, at) => Math.abs(length - (wanted[at] ?? 0)))
        expect(Math.max(...off), `${name}: ${drawn} for ${wanted}`).toBeLessThanOrEqual(8)
        compared++
      }
      expect(compared).toBeGreaterThan(2)
    },
  )

  test('a phone that scans the poster comes to the mailbox that is printed on it', async () => {
    await page.goto(`${site.origin}/desk/mailboxes/HC3A/poster`)
    const address = scanned(await page.screenshot({ fullPage: true }))
    expect(address.toUpperCase()).toBe(`${site.origin}/m/HC3A`.toUpperCase())
    const answer = await fetch(address)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('汇成三村')
  })

  test('the code as a file leads to the same place', async () => {
    const png = await page.request.get(`${site.origin}/desk/mailboxes/HC5A/qr.png`)
    expect(scanned(await png.body()).toUpperCase()).toBe(`${site.origin}/m/HC5A`.toUpperCase())
  })

  test('no desk page asked another host or complained', () => {
    expect(faults).toEqual([])
  })
})

const tallies = (page: Page) => page.locator('.tallies strong').allTextContents()

/** How many different colours stand on a canvas: a blank one has one. */
const colours = (canvas: ReturnType<Page['locator']>) =>
  canvas.evaluate((element) => {
    const { width, height } = element as HTMLCanvasElement
    const data = (element as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height)
    return new Set(new Uint32Array(data?.data.buffer ?? new ArrayBuffer(0))).size
  })
