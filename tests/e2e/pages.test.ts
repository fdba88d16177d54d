import { randomUUID } from 'node:crypto'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityFaults } from './axe.ts'
import { noBrowser, openBrowser, takePhone } from './browser.ts'
import { enterDesk } from './desk-door.ts'
import { neighboursAnswer } from './neighbours.ts'
import { openSite, type Site } from './site.ts'
import { watch } from './watch.ts'

const residentPages = {
  forest: '/',
  'forest in English': '/?lang=en',
  cover: '/m/HC2A',
  'unknown mailbox': '/m/NOBOX',
  'adult notice and questions': '/c/huicheng/adult?m=HC2A',
  'adult in English': '/c/huicheng/adult?m=HC2A&lang=en',
  'elder edition': '/c/huicheng/adult?m=HC2A&mode=elder',
  "guardian's notice": '/c/huicheng/child?m=HC2A',
  "child's assent": '/c/huicheng/child?m=HC2A&step=child',
  'child questions': '/c/huicheng/child?m=HC2A&step=questions',
  declined: '/c/huicheng/child?m=HC2A&step=declined',
  'look-up': '/r',
  'unknown receipt': '/r/0000-0000-0000-0000-0000',
  receipt: '/r/RECEIPT?new=1',
  'own response': '/r/RECEIPT',
  correction: '/r/RECEIPT/correction',
  deletion: '/r/RECEIPT/deletion',
  deleted: '/r/DELETED',
  results: '/c/huicheng/results',
  'no such page': '/nowhere',
}

const deskPages = {
  overview: '/desk',
  'adult results': '/desk/c/huicheng/results/adult',
  'child results': '/desk/c/huicheng/results/child',
  'filtered results': '/desk/c/huicheng/results/adult?via=qr',
  'one question': '/desk/c/huicheng/results/adult/Q8',
  topics: '/desk/c/huicheng/topics',
  export: '/desk/c/huicheng/export',
  particulars: '/desk/c/huicheng/particulars',
  closure: '/desk/c/huicheng/closure',
  mailboxes: '/desk/mailboxes',
  mailbox: '/desk/mailboxes/HC2A',
  retirement: '/desk/mailboxes/HC2A/retirement',
  poster: '/desk/mailboxes/HC2A/poster',
}

describe.skipIf(noBrowser)('every page', { timeout: 60_000 }, () => {
  let site: Site
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let faults: string[]
  const codes = { RECEIPT: '', DELETED: '' }

  beforeAll(async () => {
    site = await openSite()
    browser = await openBrowser()
    context = await takePhone(browser)
    faults = watch(context, site.origin)
    page = await context.newPage()
    const [kept = '', gone = ''] = await neighboursAnswer(site.origin, 'adult', 30)
    await neighboursAnswer(site.origin, 'child', 30)
    Object.assign(codes, { RECEIPT: kept, DELETED: gone })
    await page.goto(`${site.origin}/r/${gone}/deletion`)
    await page.click('main form button')
    await page.waitForURL(/\/r\/[^/]+$/)
    await enterDesk(page, site)
  })
  afterAll(async () => {
    await browser?.close()
    await site?.stop()
  })

  const address = (path: string) =>
    site.origin + path.replace(/RECEIPT|DELETED/, (name) => codes[name as keyof typeof codes])

  const all = Object.entries({ ...residentPages, ...deskPages })

  test.each(all)(
    'can be read and used with help of any kind, by day and by night: %s',
    async (_, path) => {
      await page.goto(address(path))
      expect(await accessibilityFaults(page)).toEqual([])
    },
  )

  test.each(all)('needs no sideways scrolling on the narrowest phone: %s', async (_, path) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto(address(path))
    expect(await widest(page)).toEqual([])
    await page.setViewportSize({ width: 360, height: 740 })
  })

  test('a form sent back with problems names them, keeps the answers and can be used by anyone', async () => {
    const plain = await takePhone(browser)
    // Without the page's own script, as when it did not arrive.
    await plain.route('**/*.js', (route) => route.abort())
    const sheet = await plain.newPage()
    await sheet.goto(address('/c/huicheng/adult?m=HC2A'))
    await sheet.check('#agree input', { force: true })
    for (const id of ['seats', 'parking', 'safety', 'care', 'noise']) {
      await sheet.check(`input[name=Q6][value=${id}]`, { force: true })
    }
    await sheet.click('button.go')
    await sheet.waitForSelector('#summary')
    expect(await sheet.textContent('#summary')).toContain('最多选')
    expect(await sheet.locator('input[name=Q6]:checked').count()).toBe(5)
    expect(await accessibilityFaults(sheet)).toEqual([])
    await sheet.click('#summary a')
    expect(new URL(sheet.url()).hash).toBe('#Q6')
    await plain.close()
  })

  test('the doors of the desk can be used by anyone', async () => {
    const visitor = await takePhone(browser)
    const door = await visitor.newPage()
    for (const path of ['/desk/sign-in', new URL(site.setupLink()).pathname]) {
      await door.goto(site.origin + path)
      expect(await accessibilityFaults(door)).toEqual([])
    }
    await visitor.close()
  })

  test('none of them asked another host, broke its own policy or complained', () => {
    expect(faults).toEqual([])
  })

  test('an unknown address answers in Chinese, whoever asks', async () => {
    const answer = await fetch(`${site.origin}/c/${randomUUID()}/adult`)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('没有')
  })
})

/** What sticks out on the right, when the page is wider than the phone. */
function widest(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5)
      .map(
        (element) => `${element.tagName} ${element.className} ${element.textContent?.slice(0, 30)}`,
      )
  })
}
