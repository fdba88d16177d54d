import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { noBrowser, openBrowser, takePhone } from './browser.ts'
import { neighboursAnswer } from './neighbours.ts'
import { type Phone, phoneOf } from './phone.ts'
import { buttonNamed, goOnUntil, until } from './resident.ts'
import { openSite, type Site } from './site.ts'
import { storedResponses } from './stored.ts'

describe.skipIf(noBrowser).each([true, false])('with a receipt (page script: %s)', (script) => {
  let site: Site
  let browser: Browser
  let context: BrowserContext
  let phone: Phone

  beforeAll(async () => {
    site = await openSite()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.stop()
  })
  beforeEach(async () => {
    context = await takePhone(browser, { javaScriptEnabled: script })
    phone = phoneOf(await context.newPage())
  })
  afterEach(() => context?.close())

  /** Types the code the way it is copied from paper: small letters, no hyphens. */
  async function lookUp(receipt: string) {
    await phone.open(`${site.origin}/r`)
    await phone.write('input[name=code]', receipt.toLowerCase().replaceAll('-', ' '))
    await phone.tap(buttonNamed('打开'))
    await until(phone, `location.pathname === '/r/${receipt}'`)
  }

  const follow = (part: string) =>
    phone.tap(`[...document.querySelectorAll('main a')].find((a) => a.href.includes('${part}'))`)

  test('an answer can be corrected, and the receipt stays the same', async () => {
    const [receipt = ''] = await neighboursAnswer(site.origin, 'adult', 1)
    await lookUp(receipt)
    await follow('/correction')
    const option = `document.querySelector('input[name="Q2"][value="age75"]')`
    await until(phone, option)
    await goOnUntil(phone, `${option}.closest('label')`)
    await phone.tap(`${option}.closest('label')`)
    await goOnUntil(phone, buttonNamed('保存更正'))
    await phone.tap(buttonNamed('保存更正'))
    await until(phone, `document.body.innerText.includes('更正已保存')`)
    expect(new URL(await phone.address()).pathname).toBe(`/r/${receipt}`)
    const stored = await storedResponses(site)
    expect(stored.at(-1)?.answers).toMatchObject({ Q2: 'age75' })
  })

  test('a response can be taken back for good', async () => {
    const before = (await storedResponses(site)).length
    const [receipt = ''] = await neighboursAnswer(site.origin, 'child', 1)
    await lookUp(receipt)
    await follow('/deletion')
    await until(phone, buttonNamed('是的，删除'))
    await phone.tap(buttonNamed('是的，删除'))
    await until(phone, `document.body.innerText.includes('已经删除')`)
    expect(await storedResponses(site)).toHaveLength(before)
    await lookUp(receipt)
    expect(await phone.look<string>('document.body.innerText')).toContain('已经删除')
  })
})
