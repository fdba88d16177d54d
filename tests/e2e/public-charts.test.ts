import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noBrowser, openBrowser, takePhone } from './browser.ts'
import { measureCharts } from './public-charts.ts'
import { openPublishedSite } from './published-site.ts'
import type { Site } from './site.ts'

describe.skipIf(noBrowser)(
  'every published chart says what its table says',
  { timeout: 60_000 },
  () => {
    let site: Site
    let browser: Browser
    let page: Page

    beforeAll(async () => {
      site = await openPublishedSite()
      browser = await openBrowser()
      const context = await takePhone(browser)
      // What is drawn must not wait for the page script.
      await context.route('**/*.js', (route) => route.abort())
      page = await context.newPage()
    })
    afterAll(async () => {
      await browser?.close()
      await site?.stop()
    })

    test.each([
      ['huicheng/results', 60],
      ['huicheng/results/embed', 10],
      ['huicheng/results/poster', 10],
      ['garden/results', 10],
      ['garden/results/embed', 1],
      ['garden/results/poster', 1],
    ])('%s', async (path, fewest) => {
      await page.goto(`${site.origin}/c/${path}`)
      const { bars, strips, faults } = await measureCharts(page)
      expect(faults).toEqual([])
      expect(bars).toBeGreaterThan(fewest)
      if (path === 'huicheng/results') expect(strips).toBeGreaterThan(4)
    })

    test('what is hidden has no bar', async () => {
      let hidden = 0
      for (const id of ['huicheng', 'garden']) {
        await page.goto(`${site.origin}/c/${id}/results`)
        hidden += (await measureCharts(page)).hidden
      }
      expect(hidden).toBeGreaterThan(0)
    })

    test('of ten people on the page for children as many are coloured as the words and the table say', async () => {
      await page.goto(`${site.origin}/c/huicheng/results`)
      const tables = await page.locator('.finding').evaluateAll((cards) =>
        cards.map((card) => ({
          title: card.querySelector('.asked')?.textContent?.replace(/^[\d.]+ /, ''),
          // Of a table the row stands before each of its answers.
          rows: [...card.querySelectorAll('tr')].map((row) => {
            const of = row.parentElement?.querySelector('[scope="rowgroup"]')?.firstChild
            return (of?.textContent ?? '') + row.textContent
          }),
        })),
      )
      await page.goto(`${site.origin}/c/huicheng/results/child`)
      const told = await page.locator('.told-in-ten li').evaluateAll((items) =>
        items.map((item) => {
          const card = item.closest('.told-in-ten')
          const text = (part: Element | null | undefined) => part?.textContent ?? ''
          return {
            title: text(card?.querySelector('h2')),
            base: text(card?.querySelector('.fine')),
            of: text(item.parentElement?.previousElementSibling?.closest('h3')),
            label: text(item.querySelector('b')),
            words: text(item.querySelector('div > span:last-child')),
            coloured: item.querySelectorAll('use.one').length,
            people: item.querySelectorAll('use').length,
          }
        }),
      )
      let compared = 0
      for (const { title, base, of, label, words, coloured, people } of told) {
        const said = words.includes('都是') ? 10 : Number(/大约 (\d+) 个/.exec(words)?.[1] ?? 0)
        expect([label, words, people, coloured]).toEqual([label, words, 10, said])
        expect(base).toMatch(/^问了 \d+ [个位]/)
        const rows = tables.find((one) => one.title === title)?.rows ?? []
        const percent = /(\d+)%/.exec(rows.find((row) => row.startsWith(of + label)) ?? '')?.[1]
        if (percent === undefined) continue
        compared++
        expect(Math.abs(Number(percent) - coloured * 10), label).toBeLessThanOrEqual(5)
      }
      expect(compared).toBeGreaterThan(10)
    })
  },
)
