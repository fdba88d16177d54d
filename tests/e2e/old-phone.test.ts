import type { Browser } from 'puppeteer-core/lib/cjs/puppeteer/common/Browser.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { huicheng } from '../../surveys/definitions/huicheng/consultation.ts'
import { someAnswers } from '../answers.ts'
import { walkOn } from '../walk-to.ts'
import { noBrowser } from './browser.ts'
import { openOldPhone } from './chromium86.ts'
import { oldPhoneOf } from './phone.ts'
import { misplaced, tooWide } from './pinyin-places.ts'
import { answerAll, comeToQuestions, post } from './resident.ts'
import { openSite, type Site } from './site.ts'
import { storedResponses } from './stored.ts'

describe.skipIf(noBrowser)('on an old phone (Chromium 86)', () => {
  let site: Site
  let browser: Browser

  beforeAll(async () => {
    site = await openSite()
    browser = await openOldPhone()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.stop()
  })

  const visits = huicheng.editions.flatMap((edition) =>
    [true, false].map((script) => ({ edition, script, who: edition.audience })),
  )

  test.each(visits)(
    'whoever scans the code can answer and gets a receipt ($who, page script: $script)',
    { timeout: 40_000 },
    async ({ edition, script }) => {
      const context = await browser.createIncognitoBrowserContext()
      const page = await context.newPage()
      await page.setExtraHTTPHeaders({ 'Accept-Language': 'zh-CN,zh;q=0.9' })
      const complaints: string[] = []
      page.on('pageerror', (error: Error) => complaints.push(error.message))
      await page.setJavaScriptEnabled(script)
      const phone = oldPhoneOf(page)
      const before = (await storedResponses(site)).length
      const filled = someAnswers(edition, 5)
      await comeToQuestions(phone, `${site.origin}/M/HC1A`, edition.audience)
      // The script must really run here, not only the plain form.
      expect(await phone.look(`document.documentElement.classList.contains('js')`)).toBe(script)
      expect(await shownQuestions(phone)).toBe(script ? 'some' : 'all')
      await answerAll(phone, edition, filled)
      expect(await post(phone)).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/)
      const stored = (await storedResponses(site)).slice(before)
      expect(stored).toMatchObject([{ ...filled, channel: 'qr', mailbox: 'HC1A' }])
      expect(complaints).toEqual([])
      await context.close()
    },
  )

  test('pinyin stands over its characters', { timeout: 40_000 }, async () => {
    const page = await browser.newPage()
    await page.setExtraHTTPHeaders({ 'Accept-Language': 'zh-CN,zh;q=0.9' })
    const phone = oldPhoneOf(page)
    const path = '/c/huicheng/child?step=questions&pinyin=1'
    await phone.open(site.origin + (await walkOn(site.origin, path)))
    expect(await phone.look(`document.querySelectorAll('#K1 rt').length`)).toBe(7)
    expect(await phone.look(misplaced)).toEqual([])
    expect(await phone.look(tooWide)).toEqual([])
  })
})

/** Without the script every question stands on the page; with it, only those of this step. */
function shownQuestions(phone: ReturnType<typeof oldPhoneOf>): Promise<'all' | 'some'> {
  return phone.look(`[...document.querySelectorAll('.q')].every((q) => q.getClientRects().length > 0)
    ? 'all' : 'some'`)
}
