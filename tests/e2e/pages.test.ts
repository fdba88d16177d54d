import { randomUUID } from 'node:crypto'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityFaults } from './axe.ts'
import { noBrowser, openBrowser, takePhone } from './browser.ts'
import { enterDesk } from './desk-door.ts'
import { neighboursAnswer } from './neighbours.ts'
import { openSite, type Site } from './site.ts'
import { watch } from './watch.ts'

const deskPages = {
  overview: '/desk',
  'adult results': '/desk/c/huicheng/results/adult',
  'child results': '/desk/c/huicheng/results/child',
  'filtered results': '/desk/c/huicheng/results/adult?via=qr',
  'one question': '/desk/c/huicheng/results/adult/Q8',
  topics: '/desk/c/huicheng/topics',
  languages: '/desk/c/huicheng/languages',
  report: '/desk/c/huicheng/report',
  export: '/desk/c/huicheng/export',
  members: '/desk/members',
  account: '/desk/account',
  'audit trail': '/desk/audit',
  particulars: '/desk/c/huicheng/particulars',
  closure: '/desk/c/huicheng/closure',
  suggestions: '/desk/c/huicheng/suggestions',
  contacts: '/desk/c/huicheng/contacts',
  mailboxes: '/desk/mailboxes',
  mailbox: '/desk/mailboxes/HC2A',
  retirement: '/desk/mailboxes/HC2A/retirement',
  poster: '/desk/mailboxes/HC2A/poster',
}

describe.skipIf(noBrowser)('every page of the desk', { timeout: 60_000 }, () => {
  let site: Site
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let faults: string[]

  beforeAll(async () => {
    site = await openSite()
    browser = await openBrowser()
    context = await takePhone(browser)
    faults = watch(context, site.origin)
    page = await context.newPage()
    await neighboursAnswer(site.origin, 'adult', 30)
    await neighboursAnswer(site.origin, 'child', 30)
    await enterDesk(page, site)
  })
  afterAll(async () => {
    await browser?.close()
    await site?.stop()
  })

  const address = (path: string) => site.origin + path

  const all = Object.entries(deskPages)

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
