import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityFaults } from './axe.ts'
import { noBrowser, openBrowser } from './browser.ts'
import { openCommitteeSite } from './committee-site.ts'
import { enterDesk } from './desk-door.ts'
import type { Site } from './site.ts'

let site: Site
let browser: Browser
let page: Page

const desk = '/desk/c/huicheng'
const pages = {
  'a comparison': `${desk}/compare?edition=adult&q=Q6&by=Q1`,
  'groups made at the desk': `${desk}/groups?edition=adult&q=Q2`,
  'who has not been heard': `${desk}/coverage`,
  'responses worth a look': `${desk}/quality?edition=adult&q=Q5`,
  suggestions: `${desk}/suggestions`,
  holidays: '/desk/holidays',
  decisions: `${desk}/decisions`,
  'a decision being written': `${desk}/decisions/new`,
  releases: `${desk}/releases`,
  'a report': `${desk}/report`,
  'files to take away': `${desk}/export`,
  'one question': `${desk}/results/adult/Q5`,
}

beforeAll(async () => {
  site = await openCommitteeSite()
  browser = await openBrowser()
  page = await (await browser.newContext()).newPage()
  await enterDesk(page, site)
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

describe.skipIf(noBrowser)('the pages with which a committee works', () => {
  test.each(Object.entries(pages))(
    'can be read and used with help of any kind: %s',
    async (_, path) => {
      await isReadable(path)
    },
  )

  test('a response is read and proposed with the keyboard alone', async () => {
    await page.goto(`${site.origin}${desk}/quality?edition=adult`)
    await page.locator('.flagged a').first().focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/quality\/\d+/)
    const { pathname, search } = new URL(page.url())
    await isReadable(pathname + search)
    expect(await page.textContent('.answers')).toContain('您现在住在哪里？')
    await page.locator('#reason').focus()
    await page.keyboard.type('八份一模一样')
    await page.keyboard.press('Enter')
    await page.getByText('要另一位同事同意才排除').waitFor()
  })
})

/** With help of any kind, by day and by night, and on a phone without scrolling sideways. */
async function isReadable(path: string) {
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto(site.origin + path)
  expect(await accessibilityFaults(page)).toEqual([])
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(site.origin + path)
  const beyond = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
  expect(beyond).toBeLessThanOrEqual(0)
}
