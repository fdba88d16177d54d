import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adult } from '../../surveys/definitions/huicheng/adult.ts'
import { someAnswers } from '../answers.ts'
import { noBrowser, openBrowserApart, takePhone } from './browser.ts'
import { phoneOf } from './phone.ts'
import { answerAll, letGo, until } from './resident.ts'
import { openSite, type Site } from './site.ts'
import { storedResponses } from './stored.ts'

// The browser keeps its own cryptography, locks and clipboard to addresses with a lock.
describe.skipIf(noBrowser)('on an address without a lock', () => {
  let site: Site
  let browser: Browser
  beforeAll(async () => {
    site = await openSite()
    browser = await openBrowserApart('--host-resolver-rules=MAP street.example 127.0.0.1')
  })
  afterAll(async () => {
    await browser?.close()
    await site?.stop()
  })

  const open = async () => {
    const context = await takePhone(browser)
    const phone = phoneOf(await context.newPage())
    await phone.open(
      `${site.origin.replace('localhost', 'street.example')}/c/huicheng/adult?m=HC1A`,
    )
    expect(await phone.look(`!crypto.subtle && !navigator.locks`)).toBe(true)
    return { context, phone }
  }

  test('an answer is proved by our own fingerprint, which is fetched for it', async () => {
    const { context, phone } = await open()
    const filled = someAnswers(adult, 7)
    await answerAll(phone, adult, filled)
    await letGo(phone)
    await until(phone, `location.pathname.startsWith('/r/')`)
    expect((await storedResponses(site)).map(({ answers }) => answers)).toContainEqual(
      filled.answers,
    )
    await context.close()
  })

  test('where that fingerprint cannot be fetched, nothing is called received; the next page proves it', async () => {
    const { context, phone } = await open()
    let cut = true
    await context.route('**/sha256-*.js', (route) => (cut ? route.abort() : route.continue()))
    await answerAll(phone, adult, someAnswers(adult, 8))
    await letGo(phone)
    await expect.poll(async () => (await storedResponses(site)).length, { timeout: 9_000 }).toBe(2)
    await until(phone, `document.body.innerText.includes('已存在这部手机上')`)
    expect(await phone.look(`location.pathname.startsWith('/r/')`)).toBe(false)
    cut = false
    await phone.open(`${site.origin.replace('localhost', 'street.example')}/`)
    await until(phone, `document.body.innerText.includes('刚才没送出的答卷已经送到')`)
    await context.close()
  })
})
