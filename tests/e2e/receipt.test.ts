import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { noBrowser, openBrowser, takePhone } from './browser.ts'
import { neighboursAnswer } from './neighbours.ts'
import { type Phone, phoneOf } from './phone.ts'
import { buttonNamed, goOnUntil, until } from './resident.ts'
import { openSite, type Site } from './site.ts'
import { storedResponses } from './stored.ts'

describe.skipIf(noBrowser).each([true, false])('with a receipt (page script: %s)', (script) => {
  // Without the script there is nothing of this to see.
  const withScript = script ? test : (..._: unknown[]) => undefined
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

  const eldest = `document.querySelector('input[name="Q2"][value="age75"]')`
  /** Up to the button that saves it. */
  async function changeAge() {
    await follow('/correction')
    await until(phone, eldest)
    await goOnUntil(phone, `${eldest}.closest('label')`)
    await phone.tap(`${eldest}.closest('label')`)
    await goOnUntil(phone, buttonNamed('保存修改'))
  }

  test('an answer can be corrected, and the receipt stays the same', async () => {
    const [receipt = ''] = await neighboursAnswer(site.origin, 'adult', 1)
    await lookUp(receipt)
    await changeAge()
    await phone.tap(buttonNamed('保存修改'))
    await until(phone, `document.body.innerText.includes('修改已保存')`)
    expect(new URL(await phone.address()).pathname).toBe(`/r/${receipt}`)
    const stored = await storedResponses(site)
    expect(stored.at(-1)?.answers).toMatchObject({ Q2: 'age75' })
  })

  withScript(
    'a correction that cannot be saved stays on the page, and is saved when asked for once more',
    async () => {
      const [receipt = ''] = await neighboursAnswer(site.origin, 'adult', 1)
      await lookUp(receipt)
      await changeAge()
      const [page] = context.pages()
      const here = await phone.address()
      const unsaved = `document.body.innerText.includes('没有保存上，改的都还在这一页')`
      const troubles = [
        { status: 503, body: '{}' },
        { status: 200, contentType: 'text/html', body: '<h1>请先登录无线网络</h1>' },
        { status: 302, headers: { Location: 'http://wifi.example/login' } },
        undefined,
      ]
      for (const trouble of troubles) {
        await context.route('**/correction*', (route) =>
          trouble ? route.fulfill(trouble) : route.abort(),
        )
        await phone.tap(buttonNamed('保存修改'))
        await until(phone, unsaved)
        expect(await phone.address()).toBe(here)
        expect(await phone.look(`${eldest}.checked`)).toBe(true)
        await context.unroute('**/correction*')
        await page?.evaluate(`document.querySelector('[role=alert].bad').textContent = ''`)
      }
      await phone.tap(buttonNamed('保存修改'))
      await until(phone, `document.body.innerText.includes('修改已保存')`)
      expect((await storedResponses(site)).at(-1)?.answers).toMatchObject({ Q2: 'age75' })
    },
  )

  withScript(
    'a phone that copies nothing has the code marked, and is told how to copy it',
    async () => {
      await context.addInitScript(
        `Clipboard.prototype.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))`,
      )
      const [receipt = ''] = await neighboursAnswer(site.origin, 'adult', 1)
      await phone.open(`${site.origin}/r/${receipt}?new=1`)
      await until(phone, buttonNamed('复制回执码'))
      await phone.tap(buttonNamed('复制回执码'))
      await until(phone, `document.body.innerText.includes('长按它，再点「复制」')`)
      const marked = await phone.look<string>('getSelection().toString()')
      expect(marked.trim().split(/\s+/).join('-')).toBe(receipt)
    },
  )

  withScript('the name of the place stands inside the postmark, in either language', async () => {
    const [receipt = ''] = await neighboursAnswer(site.origin, 'adult', 1)
    for (const lang of ['zh', 'en']) {
      await phone.open(`${site.origin}/r/${receipt}?new=1&lang=${lang}`)
      const edges = await phone.look<number[]>(`[...document.querySelectorAll('.postmark text')]
        .map((line) => line.getBBox()).flatMap(({ x, width }) => [x, x + width])`)
      expect(Math.min(...edges)).toBeGreaterThan(12)
      expect(Math.max(...edges)).toBeLessThan(96)
    }
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
