import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { child as gardenChild } from '../../surveys/definitions/garden/child.ts'
import { adult } from '../../surveys/definitions/huicheng/adult.ts'
import { words } from '../../web/words/words.ts'
import { someAnswers } from '../answers.ts'
import { noBrowser, openBrowser, takePhone } from './browser.ts'
import { openGardenSite } from './garden-site.ts'
import { type Phone, phoneOf } from './phone.ts'
import { answerAll, letGo, until } from './resident.ts'
import { agreeAsFamily, enterDoor, type Office, openOffice } from './shared-link.ts'
import type { Site } from './site.ts'
import { storedManners, storedResponses } from './stored.ts'

describe.skipIf(noBrowser)('on a volunteer’s phone', { timeout: 90_000 }, () => {
  let site: Site
  let browser: Browser
  let office: Office
  let context: BrowserContext
  let page: Page
  let phone: Phone

  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())
  beforeEach(async () => {
    site = await openGardenSite()
    office = await openOffice(browser, site)
    await take()
  })
  afterEach(async () => {
    await context?.close()
    await office?.close()
    await site?.stop()
  })

  async function take(script = true) {
    await context?.close()
    context = await takePhone(browser, { serviceWorkers: 'block', javaScriptEnabled: script })
    page = await context.newPage()
    phone = phoneOf(page)
  }
  const receiptSeen = (patience?: number) =>
    until(
      phone,
      `/([0-9A-Z]{4} ){4}/.test(document.querySelector('.letter .code')?.textContent)`,
      patience,
    )
  const isKept = () => until(phone, `document.body.innerText.includes('已经存在这部手机上')`)
  const hidden = (name: string) => page.locator(`#form [type=hidden][name=${name}]`).count()

  test('two people are taken down, the second without a signal, and both arrive as assisted', async () => {
    await enterDoor(page, await office.linkFor('assisted'), 'adult')
    await page.waitForSelector('#form[data-kiosk=assisted]')
    const [first, second] = [someAnswers(adult, 11), someAnswers(adult, 12)]

    await answerAll(phone, adult, first)
    await page.evaluate(() => {
      // Its own part of the form is past by now.
      const family = document.querySelector<HTMLInputElement>('[name="~relation"][value=family]')
      if (family) family.checked = true
    })
    await letGo(phone)
    await receiptSeen()
    await page.click('.letter .go')
    expect(await page.isVisible('#form')).toBe(true)
    expect(await page.locator('#form input:checked').count()).toBe(3)
    expect(await page.locator('[name="~relation"]:checked').getAttribute('value')).toBe('family')

    await context.setOffline(true)
    await answerAll(phone, adult, second)
    await letGo(phone)
    await isKept()
    expect(await storedResponses(site)).toHaveLength(1)
    await context.setOffline(false)
    await receiptSeen(40_000)

    expect(await storedResponses(site)).toMatchObject([
      { ...first, channel: 'assisted' },
      { ...second, channel: 'assisted' },
    ])
    const help = { by: '志愿者小李', relation: 'family', consented: true }
    expect(await storedManners(site)).toMatchObject([{ assistance: help }, { assistance: help }])
    await office.desk.goto(`${site.origin}/desk`)
    expect(await office.desk.textContent('main')).toContain('代填')
  })

  test('a receipt that came after its writer had gone is the volunteer’s to hand on, and nobody else sees it', async () => {
    const link = await office.linkFor('assisted')
    await enterDoor(page, link, 'adult')
    await page.waitForSelector('#form[data-kiosk=assisted]')
    await answerAll(phone, adult, someAnswers(adult, 21))
    await context.setOffline(true)
    await letGo(phone)
    await isKept()
    await page.click('section.letter .go')
    await context.setOffline(false)
    await page.evaluate(`dispatchEvent(new Event('online'))`)
    await expect.poll(async () => (await storedResponses(site)).length).toBe(1)
    const isShown = () => page.evaluate(`/([0-9A-Z]{4} ){4}/.test(document.body.innerText)`)
    await expect.poll(() => page.locator('#outbox').count()).toBe(0)
    expect(await isShown()).toBe(false)

    await page.goto(link)
    await until(phone, `document.querySelector('#to-hand-on .code')?.getClientRects().length`)
    const code = (await page.textContent('#to-hand-on .code'))?.trim().split(/\s+/).join('-')
    const answered = await fetch(`${site.origin}/r/${code}`)
    expect(answered.status).toBe(200)
    page.once('dialog', (dialog) => dialog.dismiss())
    await page.click('[data-leave]')
    expect(page.url()).toBe(link)
    page.once('dialog', (dialog) => dialog.accept())
    await page.click('#to-hand-on button')
    await expect.poll(() => page.locator('#to-hand-on .code').count()).toBe(0)
    await page.click('[data-leave]')
    await page.waitForURL((address) => address.pathname === '/')
    expect(await isShown()).toBe(false)
  })

  test('a receipt is the volunteer’s to hand on until the next person’s turn, whatever page is opened meanwhile', async () => {
    const link = await office.linkFor('assisted')
    for (const isNext of [false, true]) {
      await enterDoor(page, link, 'adult')
      await page.waitForSelector('#form[data-kiosk=assisted]')
      await answerAll(phone, adult, { answers: { Q1: 'hc2' }, others: {} })
      await letGo(phone)
      await receiptSeen()
      if (isNext) await page.click('section.letter .go')
      await page.goto(link)
      const codes = page.locator('#to-hand-on .code')
      await expect.poll(() => codes.count()).toBe(1)
    }
  })

  test('every child is asked anew, its guardian first, and draws only on its own guardian’s yes', async () => {
    await enterDoor(page, await office.linkFor('assisted', 'garden'), 'child')
    await agreeAsFamily(page, true)
    await page.waitForSelector('#form[data-kiosk=assisted]')
    expect(await hidden('G0')).toBe(1)
    await expect.poll(() => page.url()).not.toMatch(/step|grant/)
    await page.check('#agree input', { force: true })
    await answerAll(phone, gardenChild, { answers: { G1: 'age8' }, others: {} })
    await letGo(phone)
    await receiptSeen()

    await context.setOffline(true)
    await page.click('.letter .go')
    expect(await page.isVisible('#form')).toBe(false)
    expect(await page.locator('[name=grant]').isChecked()).toBe(false)
    // A swipe back leads to no question before guardian and child were asked.
    await page.goBack()
    expect(await page.isVisible('#form')).toBe(false)
    await agreeAsFamily(page)
    expect(await hidden('G0')).toBe(0)
    expect(await page.locator('#form input:checked').count()).toBe(3)
    expect(await page.locator('#agree input').isChecked()).toBe(false)
    expect(await page.locator('#G4').getAttribute('hidden')).not.toBeNull()
    for (const link of await page.locator('.switches a').all()) {
      expect(await link.getAttribute('href')).not.toMatch(/step|grant/)
    }
    await page.check('#agree input', { force: true })
    await answerAll(phone, gardenChild, { answers: { G1: 'age10' }, others: {} })
    await letGo(phone)
    await isKept()
    await context.setOffline(false)
    await receiptSeen(40_000)

    const stored = await storedResponses(site)
    expect(stored.map(({ answers }) => answers)).toEqual([
      { G0: 'yes', G1: 'age8' },
      { G1: 'age10' },
    ])
    expect(await storedManners(site)).toMatchObject([
      { assistance: { mode: 'read', consented: true } },
      { assistance: { mode: 'read', consented: true } },
    ])
  })

  test('a family that says no leaves nothing, also without a signal, and the next one is asked', async () => {
    await enterDoor(page, await office.linkFor('assisted', 'garden'), 'child')
    await agreeAsFamily(page)
    await page.check('#agree input', { force: true })
    await answerAll(phone, gardenChild, { answers: { G1: 'age8' }, others: {} })
    await context.setOffline(true)
    await letGo(phone)
    await isKept()
    await page.click('.letter .go')
    await page.click('.equal:visible > :last-child')
    expect(await page.textContent('.letter')).toContain('不填没关系')
    expect(await page.isVisible('#form')).toBe(false)
    await page.click('.letter .go')
    await page.click('.equal:visible > :first-child')
    await page.click('.equal:visible > :last-child')
    expect(await page.textContent('.letter')).toContain('不填没关系')
    await page.click('.letter .go')
    await agreeAsFamily(page)
    expect(await page.isVisible('#form')).toBe(true)
  })

  test('each person’s time is their own, and each is asked whether a blank sheet is meant', async () => {
    await page.clock.install()
    await enterDoor(page, await office.linkFor('assisted'), 'adult')
    await page.waitForSelector('#form[data-kiosk]')
    const post = async (seconds: number) => {
      await page.check('#agree input', { force: true })
      await page.clock.fastForward(seconds * 1_000)
      await letGo(phone)
      await until(phone, `document.querySelector('[role=alert].told')`)
      expect(await page.isVisible('#form')).toBe(true)
      await letGo(phone)
      await receiptSeen()
    }
    await post(300)
    await page.click('.letter .go')
    expect(await page.locator('[role=alert].told').count()).toBe(0)
    await page.clock.fastForward(200_000)
    await post(40)
    const [first, second] = await storedManners(site)
    expect(first?.seconds).toBeGreaterThanOrEqual(300)
    expect(second?.seconds).toBeGreaterThanOrEqual(40)
    expect(second?.seconds).toBeLessThan(100)
  })

  test('what is half filled in comes along into larger print and another language, and only once', async () => {
    await enterDoor(page, await office.linkFor('assisted'), 'adult')
    await page.waitForSelector('#form[data-kiosk=assisted]')
    await page.evaluate(() => {
      document.querySelector<HTMLInputElement>('[name="~mode"][value=proxy]')?.click()
    })
    await answerAll(phone, adult, { answers: { Q1: 'hc2', Q2: 'age45' }, others: {} })
    for (const [way, address] of [
      ['.switches a.mode', /mode=elder/],
      ['.sizes a >> nth=2', /size=30/],
      ['.switches a[lang=en]', /lang=en/],
    ] as const) {
      await page.click(way)
      await page.waitForURL(address)
      await until(phone, `document.querySelector('[name=Q2][value=age45]')?.checked`)
      expect(await page.locator('[name=Q1]:checked').getAttribute('value')).toBe('hc2')
      expect(await page.locator('[name="~mode"]:checked').getAttribute('value')).toBe('proxy')
      expect(await page.locator('[name=agree]:checked').count()).toBe(1)
      await until(
        phone,
        `document.getElementById('Q1').getClientRects().length > 0 || document.getElementById('Q2').getClientRects().length > 0`,
      )
    }
    expect(await page.evaluate('sessionStorage.carried')).toBeUndefined()
    await page.reload()
    await page.waitForSelector('.js #form')
    expect(await page.locator('[name=Q1]:checked').count()).toBe(0)
  })

  test('what the server sends back is shown again, and not said to be kept', async () => {
    await enterDoor(page, await office.linkFor('assisted'), 'adult')
    await page.waitForSelector('#form[data-kiosk=assisted]')
    await answerAll(phone, adult, { answers: { Q1: 'hc2' }, others: {} })
    const problems = [{ question: 'Q6', kind: 'too-many', limit: 3 }]
    await context.route('**/api/**', (route) => route.fulfill({ status: 422, json: { problems } }))
    await letGo(phone)
    await page.waitForSelector('#summary')
    expect(await page.isVisible('#form')).toBe(true)
    expect(await page.isVisible('section.letter')).toBe(false)
  })

  test('a letter from a page that did not yet ask for the consent arrives, also after it was refused once', async () => {
    const link = await office.linkFor('assisted')
    const id = '0b6f1b1e-6a55-4f0e-9d1c-3f3f3b7a1c2d'
    const session = link.split('/').pop()
    const body = {
      ...{ consultation: 'huicheng', edition: 'adult', version: 1, channel: 'assisted' },
      ...{ answers: { Q1: 'hc2' }, others: {} },
      assistance: { session, mode: 'read', relation: 'volunteer', place: 'home' },
    }
    const letter = {
      ...{ id, body: JSON.stringify(body), said: '一封信', shared: true, refused: 422 },
      ...{ receipts: '/r/~?new=1', words: words('zh-CN').script },
    }
    await page.goto(`${site.origin}/livez`)
    await page.evaluate(([key, text]) => localStorage.setItem(key, text), [
      `forest/out/${id}`,
      JSON.stringify(letter),
    ] as const)
    await page.goto(`${link.replace('/a/', '/outbox?a=')}`)
    expect(await storedResponses(site)).toEqual([])
    await page.click('#letters button:text("现在再送一次")')
    await page.locator('text=都送到了').waitFor()
    expect(await storedResponses(site)).toMatchObject([
      { answers: { Q1: 'hc2' }, channel: 'assisted' },
    ])
    expect(await storedManners(site)).toMatchObject([
      { assistance: { by: '志愿者小李', consented: 'unrecorded' } },
    ])
  })

  test('a volunteer who is done after the end sends what waits, and the phone keeps none of the link’s pages', async () => {
    await context.close()
    context = await takePhone(browser)
    page = await context.newPage()
    phone = phoneOf(page)
    const link = await office.linkFor('assisted')
    const token = link.split('/').pop() ?? ''
    const kept = () =>
      page.evaluate<string[]>(`(async () => {
        const found = []
        for (const name of await caches.keys()) {
          for (const { url } of await (await caches.open(name)).keys()) found.push(url)
        }
        return found.filter((url) => url.includes('${token}'))
      })()`)
    await enterDoor(page, link, 'adult')
    await page.waitForSelector('#form[data-kiosk=assisted]')
    await answerAll(phone, adult, { answers: { Q1: 'hc2' }, others: {} })
    await context.setOffline(true)
    await letGo(phone)
    await isKept()
    await office.endIt()
    expect(await kept()).not.toEqual([])
    await context.setOffline(false)
    await page.goto(link)
    expect(await page.textContent('h1')).toContain('已经结束')
    expect(await page.textContent('main')).toMatch(/期内填的，.*前送到都收/)
    expect(await page.textContent('main')).not.toContain('接着填完')
    // What hangs on a connection that comes back is given up after half a minute, and tried again.
    await expect.poll(() => storedResponses(site), { timeout: 45_000 }).toHaveLength(1)
    await page.locator('#to-hand-on .code').waitFor()
    page.once('dialog', (dialog) => dialog.accept())
    await page.click('main a:text("离开代填")')
    await page.waitForURL(`${site.origin}/`)
    expect(await kept()).toEqual([])
    expect(await page.content()).not.toContain(token)
  })

  test('a volunteer who leaves while something still waits is told first', async () => {
    const link = await office.linkFor('assisted')
    await enterDoor(page, link, 'adult')
    await page.waitForSelector('#form[data-kiosk=assisted]')
    await answerAll(phone, adult, { answers: { Q1: 'hc2' }, others: {} })
    await context.route('**/api/**', (route) => route.abort())
    await letGo(phone)
    await isKept()
    await page.goto(link)
    await until(phone, `document.querySelector('#outbox')`)
    const asked: string[] = []
    page.once('dialog', (dialog) => {
      asked.push(dialog.message())
      dialog.dismiss()
    })
    await page.click('main a:text("离开代填")')
    expect(asked.join()).toContain('还有没送到的答卷')
    expect(page.url()).toBe(link)
    page.once('dialog', (dialog) => dialog.accept())
    await page.click('main a:text("离开代填")')
    await page.waitForURL(`${site.origin}/`)
    // It stays on the phone, and leaves from whichever page is opened.
    await context.unroute('**/api/**')
    await page.goto(`${site.origin}/`)
    await expect.poll(() => storedResponses(site), { timeout: 20_000 }).toHaveLength(1)
  })

  test('without script two people, one after the other, are both taken down as assisted', async () => {
    await take(false)
    await enterDoor(page, await office.linkFor('assisted'), 'adult')
    for (const value of ['hc2', 'hc4']) {
      await page.check('[name=agree]', { force: true })
      await page.check('[name="~relation"][value=committee]', { force: true })
      await page.check(`[name=Q1][value=${value}]`, { force: true })
      await page.click('#form [type=submit]')
      expect(await page.textContent('h1')).toContain('已经投进邮筒')
      expect(await page.locator('meta[http-equiv=refresh]').count()).toBe(0)
      await page.click('main .go:text("下一位")')
      await page.click('main a.adult')
      expect(await page.locator('[name=Q1]:checked, [name=agree]:checked').count()).toBe(0)
    }
    const stored = await storedResponses(site)
    expect(stored.map(({ answers }) => answers)).toEqual([{ Q1: 'hc2' }, { Q1: 'hc4' }])
    const help = { by: '志愿者小李', relation: 'committee', consented: true }
    expect(await storedManners(site)).toMatchObject([{ assistance: help }, { assistance: help }])
  })
})
