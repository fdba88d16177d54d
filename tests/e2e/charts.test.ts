import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Consultation } from '../../surveys/engine/definition.ts'
import { round } from '../server/desk/round.ts'
import { noBrowser, openBrowser } from './browser.ts'
import { type Looked, lookAtCharts } from './chart-figures.ts'
import { openCommitteeSite } from './committee-site.ts'
import { enterDesk } from './desk-door.ts'
import { answerKinds, openKindsSite } from './kinds-site.ts'
import { neighboursAnswer } from './neighbours.ts'
import { watchPainting } from './painted.ts'
import type { Site } from './site.ts'

const desk = '/desk/c/huicheng'
const results = [
  'huicheng/results/adult',
  'huicheng/results/child',
  'garden/results/adult',
  'garden/results/child',
]

async function makeGroups(page: Page, site: Site) {
  await page.goto(`${site.origin}${desk}/groups?edition=adult&q=Q2`)
  await page.fill('#groups-name', '两代人')
  const parts = await page.locator('input[name^="g-"]').all()
  for (const [at, part] of parts.entries()) await part.fill(at < 3 ? '年轻一些' : '年长一些')
  await page.getByRole('button', { name: '保存分组' }).click()
  await page.waitForLoadState()
}

describe.skipIf(noBrowser)(
  'every chart at the desk says what its table says',
  { timeout: 240_000 },
  () => {
    let site: Site
    const others: Site[] = []
    let browser: Browser
    let page: Page
    const all: Looked = { shapes: new Map(), hidden: 0, faults: [] }

    beforeAll(async () => {
      browser = await openBrowser()
      page = await newPage()
      site = await openCommitteeSite()
      await enterDesk(page, site)
      await makeGroups(page, site)
    }, 120_000)
    afterAll(async () => {
      await browser?.close()
      await site?.stop()
      for (const other of others) await other.stop()
    })

    async function newPage() {
      const context = await browser.newContext({ viewport: { width: 1600, height: 1000 } })
      const made = await context.newPage()
      await watchPainting(made)
      return made
    }

    /** Another house, with a desk of its own. */
    async function openOther(consultation?: Consultation) {
      const other = await openKindsSite(consultation)
      others.push(other)
      const desk = await newPage()
      await enterDesk(desk, other)
      return { site: other, charts: (path: string) => charts(path, desk, other) }
    }

    /** How many charts stand there; what is wrong with any is told. */
    async function charts(path: string, on = page, from = site): Promise<number> {
      await on.goto(from.origin + path)
      // What one question has on its own page stands on others that are swept.
      const { shapes, hidden, faults } = await lookAtCharts(
        on,
        !/results\/\w+\/\w|report/.test(path),
      )
      let count = 0
      for (const [shape, times] of shapes) {
        count += times
        all.shapes.set(shape, (all.shapes.get(shape) ?? 0) + times)
      }
      all.hidden += hidden
      expect(faults).toEqual([])
      return count
    }

    test('the overview, and the curve of a mailbox', async () => {
      expect(await charts('/desk')).toBe(6)
      expect(await charts('/desk/mailboxes/HC2A')).toBeGreaterThan(0)
    })

    test.each(results)('all questions of %s', async (path) => {
      expect(await charts(`/desk/c/${path}`)).toBeGreaterThan(2)
    })

    test.each(results)('each question of %s on its own, by neighbourhood', async (path) => {
      await page.goto(`${site.origin}/desk/c/${path}`)
      const links = page.locator('figure.finding .asked a')
      const hrefs = await links.evaluateAll((found) => found.map((one) => one.getAttribute('href')))
      expect(hrefs.length).toBeGreaterThan(3)
      let count = 0
      for (const href of hrefs) count += await charts(href ?? '')
      expect(count).toBeGreaterThan(hrefs.length)
    })

    test.each([
      'edition=adult&q=Q6&by=Q1',
      'edition=adult&q=Q5&by=Q2',
      'edition=adult&q=Q11&by=@neighbourhood',
      'edition=child&q=K8.garden&by=K1',
    ])('a comparison: %s', async (query) => {
      expect(await charts(`${desk}/compare?${query}`)).toBe(1)
    })

    test('a comparison by a group made at the desk', async () => {
      await page.goto(`${site.origin}${desk}/compare?edition=adult`)
      const made = page.locator('#compare-by option', { hasText: '两代人' })
      const by = await made.getAttribute('value')
      expect(await charts(`${desk}/compare?edition=adult&q=Q6&by=${by}`)).toBe(1)
    })

    test('adults and children beside each other', async () => {
      expect(await charts(`${desk}/topics`)).toBe(3)
    })

    test('a question with and without those that carry a label', async () => {
      expect(await charts(`${desk}/quality?edition=adult&q=Q5`)).toBe(1)
      expect(await charts(`${desk}/quality?edition=adult&q=Q6`)).toBe(1)
    })

    test('the report', async () => {
      expect(await charts(`${desk}/report`)).toBeGreaterThan(10)
    })

    test('the other kinds of question: rankings, stickers, days, pins', async () => {
      const kinds = await openOther()
      await answerKinds(kinds.site.origin, 'adult', 60)
      await answerKinds(kinds.site.origin, 'child', 26)
      for (const audience of ['adult', 'child'])
        expect(await kinds.charts(`/desk/c/round/results/${audience}`)).toBeGreaterThan(0)
      for (const question of ['Q1', 'Q2', 'Q3', 'Q4', 'Q6'])
        expect(await kinds.charts(`/desk/c/round/results/adult/${question}`)).toBeGreaterThan(0)
    })

    test('numbers', async () => {
      const numbers = await openOther(round)
      await neighboursAnswer(numbers.site.origin, 'adult', 90, { consultation: 'round' })
      expect(await numbers.charts('/desk/c/round/results/adult/Q5')).toBe(1)
    })

    test('which is every shape a table can be drawn in, with numbers that are hidden among them', () => {
      expect([...all.shapes.keys()].sort()).toEqual(
        ['bars', 'days', 'groups', 'histogram', 'multiples', 'pairs', 'rows', 'scale'].sort(),
      )
      expect(all.hidden).toBeGreaterThan(50)
    })
  },
)
