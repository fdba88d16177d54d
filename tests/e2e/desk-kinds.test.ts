import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityFaults } from './axe.ts'
import { noBrowser, openBrowser } from './browser.ts'
import { enterDesk } from './desk-door.ts'
import { drawnBars } from './drawn-bars.ts'
import { answerKinds, openKindsSite } from './kinds-site.ts'
import type { Site } from './site.ts'
import { watch } from './watch.ts'

const results = '/desk/c/round/results'
const pages = {
  results: `${results}/adult`,
  'a rank by neighbourhood': `${results}/adult/Q2`,
  'stickers by neighbourhood': `${results}/adult/Q3`,
  'a plan and its words': `${results}/adult/Q5`,
  'photos that wait': `${results}/adult/Q7/pictures?state=held`,
  'photos let through': `${results}/adult/Q7/pictures?state=approved`,
  drawings: `${results}/child/G2/pictures`,
}

describe.skipIf(noBrowser)('kinds of question at the desk', { timeout: 60_000 }, () => {
  let site: Site
  let browser: Browser
  let page: Page
  let faults: string[]

  beforeAll(async () => {
    site = await openKindsSite()
    browser = await openBrowser()
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    faults = watch(context, site.origin)
    page = await context.newPage()
    await answerKinds(site.origin, 'adult', 90, 6)
    await answerKinds(site.origin, 'child', 26)
    await enterDesk(page, site)
  })
  afterAll(async () => {
    await browser?.close()
    await site?.stop()
  })

  test.each(['Q1', 'Q2', 'Q3', 'Q4', 'Q6'])(
    'the chart of %s is drawn as long as its table says',
    async (id) => {
      await page.goto(`${site.origin}${results}/adult`)
      const figure = page.locator(`#${id}`)
      const told = await figure
        .locator('td[data-count]')
        .evaluateAll((cells) => cells.map((cell) => Number((cell as HTMLElement).dataset.count)))
      const shown = told.filter((value) => value > 0)
      expect(shown.length).toBeGreaterThan(1)
      const upright = (await figure.locator('table').getAttribute('data-shape')) === 'days'
      const drawn = await drawnBars(figure.locator('canvas'), upright)
      const pixels = Math.max(...drawn) / Math.max(...shown)
      const wanted = shown.map((value) => Math.round(value * pixels))
      expect(drawn.length, `${drawn} for ${wanted}`).toBe(wanted.length)
      const off = drawn.map((length, at) => Math.abs(length - (wanted[at] ?? 0)))
      expect(Math.max(...off), `${drawn} for ${wanted}`).toBeLessThanOrEqual(8)
    },
  )

  test('the map colours the places the table names, and no others', async () => {
    await page.goto(`${site.origin}${results}/adult`)
    const paths = await page
      .locator('#Q5 [data-tone]')
      .evaluateAll((all) => all.map((path) => path.getAttribute('d') ?? ''))
    const corners = paths.flatMap((path) => [...path.matchAll(/M([\d.]+) ([\d.]+)/g)])
    const coloured = new Set(corners.map(([, x, y]) => squareAt(Number(x) / 800, Number(y) / 600)))
    const labels = await page.locator('#Q5 tbody th').allTextContents()
    const named = labels.filter((label) => /^[A-H]\d/.test(label)).flatMap(squaresIn)
    expect([...coloured].filter((square) => !named.includes(square))).toEqual([])
    expect(labels.filter((label) => !squaresIn(label).some((one) => coloured.has(one)))).toEqual(
      labels.filter((label) => !/^[A-H]\d/.test(label)),
    )
    const picture = page.locator('#Q5 .plan-map img')
    expect(await picture.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBe(800)
  })

  test('drawings open after saying what for', async () => {
    await page.goto(site.origin + pages.drawings)
    expect(await accessibilityFaults(page)).toEqual([])
    await page.fill('#purpose', '整理孩子的想法')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.gallery')
    expect(await page.locator('.gallery svg').count()).toBe(24)
  })

  test('a drawing is given a code, and loses it, with the keyboard alone', async () => {
    await page.goto(site.origin + pages.drawings)
    const card = page.locator('.gallery > li').first()
    await card.locator('.add-code input').focus()
    await page.keyboard.type('房子')
    await page.keyboard.press('Enter')
    await page.waitForURL(/#p\d+$/)
    const chip = card.getByRole('button', { name: /^房子 ，从画 \d+去掉$/ })
    await chip.focus()
    await page.keyboard.press('Enter')
    await chip.waitFor({ state: 'detached' })
  })

  test('a photo is let through, another is refused, with the keyboard alone', async () => {
    await page.goto(site.origin + pages['photos that wait'])
    const cards = page.locator('.gallery > li')
    const before = await cards.count()
    expect(before).toBeGreaterThan(2)
    // Those further down are fetched when they come near.
    for (const photo of await cards.locator('img').all()) {
      await photo.scrollIntoViewIfNeeded()
      const width = () => photo.evaluate((image) => (image as HTMLImageElement).naturalWidth)
      await expect.poll(width).toBeGreaterThan(0)
    }
    await cards.first().getByRole('button', { name: /^通过/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('已通过（1）').waitFor()
    await cards.first().locator('summary').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText(`等着看（${before - 2}）`).waitFor()
    expect(await cards.count()).toBe(before - 2)
  })

  test.each(Object.entries(pages))(
    'can be read and used with help of any kind, by day and by night: %s',
    async (_, path) => {
      await page.setViewportSize({ width: 360, height: 740 })
      await page.goto(site.origin + path)
      expect(await accessibilityFaults(page)).toEqual([])
    },
  )

  test.each(Object.entries(pages))(
    'needs no sideways scrolling on a phone: %s',
    async (_, path) => {
      await page.setViewportSize({ width: 320, height: 640 })
      await page.goto(site.origin + path)
      const room = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(room).toBeLessThanOrEqual(320)
    },
  )

  test('on paper the tables stand open and nothing is left to press', async () => {
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(`${site.origin}${results}/adult`)
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await page.emulateMedia({ media: 'print' })
    for (const id of ['Q2', 'Q3', 'Q4', 'Q5']) {
      expect(await page.locator(`#${id} table`).isVisible(), id).toBe(true)
    }
    await page.goto(site.origin + pages['photos let through'])
    expect(await page.locator('.gallery button:visible, .gallery summary:visible').count()).toBe(0)
    await page.emulateMedia({ media: 'screen' })
  })

  test('without script every table, the plan and the pictures are there', async () => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      storageState: await page.context().storageState(),
    })
    const plain = await context.newPage()
    await plain.goto(`${site.origin}${results}/adult`)
    for (const id of ['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6']) {
      expect(await plain.locator(`#${id} table`).isVisible(), id).toBe(true)
    }
    expect(await plain.locator('.plan-map img').isVisible()).toBe(true)
    expect(await plain.locator('.option-pictures img').count()).toBe(4)
    await context.close()
  })

  test('no page asked another host or complained', () => {
    expect(faults).toEqual([])
  })
})

function squareAt(x: number, y: number): string {
  return `${'ABCDEFGH'[Math.floor(x * 8 + 1e-6)]}${Math.floor(y * 6 + 1e-6) + 1}`
}

/** All squares of `C3–D4`. */
function squaresIn(label: string): string[] {
  const [from = '', to = from] = label.split('–')
  const letters = 'ABCDEFGH'
  return [...letters]
    .slice(letters.indexOf(from[0] ?? ''), letters.indexOf(to[0] ?? '') + 1)
    .flatMap((letter) =>
      [1, 2, 3, 4, 5, 6]
        .filter((row) => row >= Number(from[1]) && row <= Number(to[1]))
        .map((row) => letter + row),
    )
}
