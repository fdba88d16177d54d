import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { noBrowser, openBrowser, takePhone } from './browser.ts'
import { neighboursAnswer } from './neighbours.ts'
import { type Phone, phoneOf } from './phone.ts'
import { buttonNamed, goOnUntil, until } from './resident.ts'
import { type Office, openOffice } from './shared-link.ts'
import { openSite, type Site } from './site.ts'
import { keptOnPhone } from './storage.ts'
import { storedResponses } from './stored.ts'

describe.skipIf(noBrowser)('a correction that is not saved yet', { timeout: 60_000 }, () => {
  let site: Site
  let office: Office
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let phone: Phone
  let receipt: string

  beforeAll(async () => {
    site = await openSite()
    browser = await openBrowser()
    office = await openOffice(browser, site)
  })
  afterAll(async () => {
    await browser?.close()
    await site?.stop()
  })
  beforeEach(async () => {
    context = await takePhone(browser, { serviceWorkers: 'block' })
    receipt = (await neighboursAnswer(site.origin, 'adult', 1))[0] ?? ''
    await comeBack()
  })
  afterEach(() => context?.close())

  /** As if WeChat had been killed: the page is gone, and the same address is opened anew. */
  const comeBack = async (more = '') => {
    await page?.close()
    page = await context.newPage()
    phone = phoneOf(page)
    await phone.open(`${site.origin}/r/${receipt}/correction${more}`)
  }
  const age = (value: string) => `document.querySelector('input[name="Q2"][value="${value}"]')`
  const pickAge = async (value: string) => {
    await goOnUntil(phone, `${age(value)}.closest('label')`)
    await phone.tap(`${age(value)}.closest('label')`)
  }
  const write = (text: string) =>
    page.evaluate(`(() => {
      const field = document.querySelector('[name=Q18b]')
      field.value = '${text}'
      field.dispatchEvent(new Event('input', { bubbles: true }))
    })()`)
  const wrote = () => phone.look<string>(`document.querySelector('[name=Q18b]').value`)
  const kept = () => keptOnPhone(page, 'forest/draft/')
  const isOffered = () => page.isVisible('#changes')
  const offered = () => until(phone, buttonNamed('接着改'))
  const save = async () => {
    await goOnUntil(phone, buttonNamed('保存修改'))
    await phone.tap(buttonNamed('保存修改'))
    await until(phone, `document.body.innerText.includes('修改已保存')`)
  }
  const newest = async () => (await storedResponses(site)).at(-1)?.answers

  test('is offered on coming back, led to where it differs, and gone from the phone once saved', async () => {
    await pickAge('age75')
    await expect.poll(async () => (await kept()).join()).toContain('age75')
    await comeBack()
    await offered()
    expect(await page.textContent('#changes')).toContain('上次改了、还没有保存的，还在这部手机上')
    expect(await phone.look(`${age('age75')}.checked`)).toBe(false)
    await phone.tap(buttonNamed('接着改'))
    expect(await phone.look(`${age('age75')}.checked`)).toBe(true)
    expect(await page.isVisible('#Q2')).toBe(true)
    expect(await isOffered()).toBe(false)
    await save()
    expect(await newest()).toMatchObject({ Q2: 'age75' })
    expect(await kept()).toEqual([])
  })

  test('is kept when the page is closed in the same moment, and what was taken out stays out', async () => {
    const picked = `document.querySelector('[name=Q8][value=repair]')`
    expect(await phone.look(`${picked}.checked`)).toBe(true)
    await phone.look(`(() => { ${picked}.click(); location.assign('/') })()`)
    await until(phone, `location.pathname === '/' && document.readyState === 'complete'`)
    await comeBack()
    await offered()
    expect(await phone.look(`${picked}.checked`)).toBe(true)
    await phone.tap(buttonNamed('接着改'))
    expect(await phone.look(`${picked}.checked`)).toBe(false)
    await save()
    expect(await newest()).toMatchObject({ Q8: ['lounge', 'other'] })
  })

  test('keeps what is changed anew while the offer stands, and both are put back', async () => {
    await write('想要一张长椅')
    await expect.poll(async () => (await kept()).join()).toContain('长椅')
    await comeBack()
    await offered()
    await pickAge('age75')
    await expect.poll(async () => (await kept()).join()).toMatch(/长椅.*age75/)
    await comeBack()
    await offered()
    await pickAge('age45')
    await phone.tap(buttonNamed('接着改'))
    expect(await wrote()).toBe('想要一张长椅')
    expect(await phone.look(`${age('age45')}.checked`)).toBe(true)
    await save()
    expect(await newest()).toMatchObject({ Q2: 'age45', Q18b: '想要一张长椅' })
  })

  test('is thrown away when its writer says so twice', async () => {
    await write('想要一张长椅')
    await expect.poll(async () => (await kept()).join()).toContain('长椅')
    await comeBack()
    await offered()
    page.once('dialog', (dialog) => dialog.dismiss())
    await phone.tap(buttonNamed('不要了'))
    expect(await isOffered()).toBe(true)
    page.once('dialog', (dialog) => dialog.accept())
    await phone.tap(buttonNamed('不要了'))
    await expect.poll(kept).toEqual([])
    expect(await isOffered()).toBe(false)
    await comeBack()
    await expect.poll(isOffered).toBe(false)
  })

  test('is offered in English, in large print, and opens nothing to whoever reads the phone', async () => {
    await write('想要一张长椅')
    await expect.poll(async () => (await kept()).join()).toContain('长椅')
    expect((await kept()).join()).not.toContain(receipt.slice(-9))
    await comeBack('?lang=en&mode=elder')
    await until(phone, buttonNamed('Go on'))
    expect(await page.textContent('#changes')).toContain('is still on this phone')
    await phone.tap(buttonNamed('Go on'))
    expect(await wrote()).toBe('想要一张长椅')
    await until(phone, `document.querySelector('#Q18b').getClientRects().length > 0`)
  })

  test('is not offered when it was saved all the same and only the answer was lost', async () => {
    await pickAge('age75')
    await context.route('**/correction*', async (route) => {
      if (route.request().method() !== 'POST') return route.continue()
      await route.fetch()
      await route.abort()
    })
    await goOnUntil(phone, buttonNamed('保存修改'))
    await phone.tap(buttonNamed('保存修改'))
    await until(phone, `document.body.innerText.includes('没有保存上')`)
    expect((await kept()).join()).toContain('age75')
    await comeBack()
    await expect.poll(kept).toEqual([])
    expect(await isOffered()).toBe(false)
    expect(await phone.look(`${age('age75')}.checked`)).toBe(true)
  })

  test('goes from the phone when the response is deleted', async () => {
    await write('想要一张长椅')
    await expect.poll(async () => (await kept()).join()).toContain('长椅')
    await phone.open(`${site.origin}/r/${receipt}/deletion`)
    await phone.tap(buttonNamed('是的，删除'))
    await until(phone, `document.body.innerText.includes('已经删除')`)
    await expect.poll(kept).toEqual([])
  })

  test('is not kept on a phone that many people use', async () => {
    const link = await office.linkFor('assisted')
    const token = new URL(link).pathname.split('/').at(-1)
    await comeBack(`?a=${token}`)
    await pickAge('age75')
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(await kept()).toEqual([])
    await save()
    expect(await newest()).toMatchObject({ Q2: 'age75' })
  })
})
