import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { adult } from '../../surveys/definitions/huicheng/adult.ts'
import { someAnswers } from '../answers.ts'
import { noBrowser, openBrowser, openBrowserApart, takePhone } from './browser.ts'
import { type Phone, phoneOf } from './phone.ts'
import {
  answerAll,
  buttonNamed,
  comeToQuestions,
  letGo,
  post,
  receiptShown,
  until,
} from './resident.ts'
import { openSite, type Site } from './site.ts'
import { storedResponses } from './stored.ts'

describe.skipIf(noBrowser)('when something goes wrong on the way', { timeout: 90_000 }, () => {
  let site: Site
  let browser: Browser
  let context: BrowserContext
  let phone: Phone
  const filled = someAnswers(adult, 9)
  let before: number
  /** What has come since this test began. */
  const stored = async () =>
    (await storedResponses(site)).slice(before).map(({ answers }) => answers)

  beforeAll(async () => {
    site = await openSite()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.stop()
  })
  beforeEach(async () => {
    before = (await storedResponses(site)).length
    // The network is broken here between page and server, where a service worker would stand.
    context = await takePhone(browser, { serviceWorkers: 'block' })
    phone = phoneOf(await context.newPage())
    await comeToQuestions(phone, `${site.origin}/M/HC2A`, 'adult')
  })
  afterEach(() => context?.close())

  test('a network that is gone at the moment of sending costs no answer: once back, it arrives once', async () => {
    await answerAll(phone, adult, filled)
    await context.setOffline(true)
    await letGo(phone)
    await until(phone, `document.body.innerText.includes('还没送到')`)
    expect(await stored()).toEqual([])
    await context.setOffline(false)
    expect(await receiptShown(phone, 40_000)).toMatch(/-/)
    expect(await stored()).toEqual([filled.answers])
  })

  test('a letter that could not be sent before the tab was closed leaves from the next page that is opened', async () => {
    await answerAll(phone, adult, filled)
    await context.setOffline(true)
    await letGo(phone)
    await until(phone, `document.body.innerText.includes('还没送到')`)
    for (const page of context.pages()) await page.close()
    await context.setOffline(false)
    phone = phoneOf(await context.newPage())
    await phone.open(`${site.origin}/`)
    await until(phone, buttonNamed('看回执'), 40_000)
    await phone.tap(buttonNamed('看回执'))
    expect(await receiptShown(phone)).toMatch(/-/)
    expect(await stored()).toEqual([filled.answers])
  })

  test('a reply that gets lost does not make two responses of one', async () => {
    await answerAll(phone, adult, filled)
    let lost = 0
    // The server receives it and stores it; only the way back is cut.
    await context.route('**/api/responses/*', async (route) => {
      if (lost++ > 0) return route.continue()
      await route.fetch()
      return route.abort('connectionreset')
    })
    await letGo(phone)
    expect(await receiptShown(phone, 40_000)).toMatch(/-/)
    expect(lost).toBeGreaterThan(1)
    expect(await stored()).toEqual([filled.answers])
  })

  test('answers begun in a tab that was closed are still there when the page is opened again', async () => {
    const begun = {
      answers: { Q1: filled.answers.Q1 ?? '', Q2: filled.answers.Q2 ?? '' },
      others: {},
    }
    await answerAll(phone, adult, begun)
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    for (const page of context.pages()) await page.close()
    phone = phoneOf(await context.newPage())
    await comeToQuestions(phone, `${site.origin}/M/HC2A`, 'adult')
    await until(phone, buttonNamed('接着填'))
    await phone.tap(buttonNamed('接着填'))
    for (const [id, pick] of Object.entries(begun.answers)) {
      await until(phone, `document.querySelector('input[name="${id}"][value="${pick}"]').checked`)
    }
  })

  test('a receipt holds although the server was killed right after it was given', async () => {
    await answerAll(phone, adult, filled)
    const receipt = await post(phone)
    await site.restart('SIGKILL')
    await phone.open(`${site.origin}/r/${receipt}`)
    expect(await phone.look<string>('document.body.innerText')).toContain('投进邮筒')
    expect(await stored()).toEqual([filled.answers])
  })
})

describe.skipIf(noBrowser)('at an address without a lock', { timeout: 60_000 }, () => {
  test('where the browser hides its cryptography and its locks, a letter waits and arrives all the same', async () => {
    const site = await openSite()
    const browser = await openBrowserApart('--host-resolver-rules=MAP forest.test 127.0.0.1')
    const context = await takePhone(browser)
    const phone = phoneOf(await context.newPage())
    const filled = someAnswers(adult, 9)
    await comeToQuestions(
      phone,
      `${site.origin}/M/HC2A`.replace('localhost', 'forest.test'),
      'adult',
    )
    expect(await phone.look('[isSecureContext, crypto.subtle, navigator.locks]')).toEqual([
      false,
      undefined,
      undefined,
    ])
    await answerAll(phone, adult, filled)
    await context.setOffline(true)
    await letGo(phone)
    await until(phone, `document.body.innerText.includes('已存在这部手机上')`)
    await context.setOffline(false)
    await receiptShown(phone)
    expect((await storedResponses(site)).map(({ answers }) => answers)).toEqual([filled.answers])
    await browser.close()
    await site.stop()
  })
})
