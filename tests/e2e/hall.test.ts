import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { child as gardenChild } from '../../surveys/definitions/garden/child.ts'
import { adult } from '../../surveys/definitions/huicheng/adult.ts'
import { noBrowser, openBrowser, takePhone } from './browser.ts'
import { openGardenSite } from './garden-site.ts'
import { type Phone, phoneOf } from './phone.ts'
import { answerAll, goOnUntil, letGo, until } from './resident.ts'
import { agreeAsFamily, enterDoor, type Office, openOffice } from './shared-link.ts'
import type { Site } from './site.ts'
import { keptOnPhone } from './storage.ts'
import { storedResponses } from './stored.ts'

describe.skipIf(noBrowser)('a device that stands in a hall', { timeout: 90_000 }, () => {
  let site: Site
  let browser: Browser
  let office: Office
  let context: BrowserContext
  let page: Page
  let phone: Phone
  let link = ''

  beforeAll(async () => {
    browser = await openBrowser()
    site = await openGardenSite()
    office = await openOffice(browser, site)
  })
  afterAll(async () => {
    await browser?.close()
    await site?.stop()
  })
  beforeEach(() => take())
  afterEach(() => context?.close())

  async function take(script = true) {
    await context?.close()
    context = await takePhone(browser, { serviceWorkers: 'block', javaScriptEnabled: script })
    page = await context.newPage()
    phone = phoneOf(page)
    if (script) await page.clock.install()
  }
  const begin = async (audience: 'adult' | 'child' = 'adult', consultation?: string) => {
    link = await office.linkFor('kiosk', consultation)
    await enterDoor(page, link, audience)
    if (audience === 'adult') await page.waitForSelector('#form[data-kiosk=kiosk]')
  }
  const words = () => page.evaluate<string>('document.body.innerText')
  const ticked = () => page.locator('#form input:checked').count()
  const receiptSeen = () =>
    until(phone, `/([0-9A-Z]{4} ){4}/.test(document.querySelector('.letter .code')?.textContent)`)
  /** Nobody touches it until it has asked and waited. */
  const walkAway = async () => {
    await page.clock.fastForward(61_000)
    expect(await page.textContent('#still')).toContain('还在用吗')
    await page.clock.fastForward(61_000)
  }
  const isAtStart = () => page.waitForURL(link, { timeout: 5_000 })

  test('forgets who wrote on it as soon as they have sent: nothing is kept, and no way back shows it', async () => {
    await begin()
    await answerAll(phone, adult, { answers: { Q1: 'hc2', Q2: 'age45' }, others: {} })
    await letGo(phone)
    await receiptSeen()
    const code = (await page.textContent('.letter .code'))?.trim() ?? ''
    expect(await keptOnPhone(page, 'forest/draft')).toEqual([])
    expect(await keptOnPhone(page, 'forest/out')).toEqual([])
    expect(await storedResponses(site)).toMatchObject([
      { answers: { Q1: 'hc2', Q2: 'age45' }, channel: 'kiosk' },
    ])
    await page.click('.letter .go')
    await isAtStart()
    for (let back = 0; back < 12; back++) {
      await page.goBack({ timeout: 2_000 }).catch(() => undefined)
      if (page.url() === 'about:blank') break
      expect(await ticked()).toBe(0)
      expect(await words()).not.toContain(code)
    }
  })

  test('clears itself and goes back to the start when somebody walks away half way', async () => {
    await begin()
    await page.check('#agree input', { force: true })
    await page.clock.fastForward(61_000)
    expect(await page.textContent('#still')).toContain('还在用吗')
    await page.click('#still button')
    expect(await ticked()).toBe(1)
    await answerAll(phone, adult, { answers: { Q1: 'hc2' }, others: {} }).catch(() => undefined)
    await walkAway()
    await isAtStart()
    expect(await keptOnPhone(page, 'forest/draft')).toEqual([])
    await page.goBack().catch(() => undefined)
    expect(await ticked()).toBe(0)
  })

  test('clears itself without a network too, from whichever question, and goes to the start when there is one', async () => {
    await begin()
    await answerAll(phone, adult, { answers: { Q1: 'hc2' }, others: {} })
    await context.setOffline(true)
    await walkAway()
    await expect.poll(ticked).toBe(0)
    await expect.poll(() => page.isVisible('#agree')).toBe(true)
    await context.setOffline(false)
    await page.clock.fastForward(61_000)
    await isAtStart()
  })

  test('lets the next person neither read nor take nor throw away what still waits on it', async () => {
    await begin()
    await answerAll(phone, adult, { answers: { Q1: 'hc2' }, others: {} })
    await context.route('**/api/**', (route) => route.abort())
    await letGo(phone)
    await until(phone, `document.querySelector('#outbox a')`)
    await page.click('#outbox a')
    await until(phone, `document.querySelector('#letters .told')`)
    expect(await page.locator('#letters button, #letters .steps a').count()).toBeGreaterThan(0)
    expect(
      await page
        .locator('#letters')
        .locator('button, .steps a, details')
        .locator('visible=true')
        .count(),
    ).toBe(0)
    expect(await keptOnPhone(page, 'forest/out/')).toHaveLength(1)
  })

  test('takes what is half filled in along into larger print, and to nobody else', async () => {
    await begin()
    await answerAll(phone, adult, { answers: { Q1: 'hc2', Q2: 'age45' }, others: {} })
    await page.click('.switches a.mode')
    await page.waitForURL(/mode=elder/)
    await until(phone, `document.querySelector('[name=Q2][value=age45]')?.checked`)
    expect(await page.locator('[name=Q1]:checked').getAttribute('value')).toBe('hc2')
    await walkAway()
    await isAtStart()
    await page.click('main a.adult')
    await page.waitForSelector('#form[data-kiosk=kiosk]')
    expect(await ticked()).toBe(0)
    expect(await page.evaluate('sessionStorage.carried')).toBeUndefined()
  })

  test('puts a receipt code away when nobody touches it, tells so, counts down, and waits for whoever still copies', async () => {
    await begin()
    await answerAll(phone, adult, { answers: { Q1: 'hc2' }, others: {} })
    await letGo(phone)
    await receiptSeen()
    expect(await page.textContent('.letter')).toContain('一分半钟后也会收起来')
    expect(await page.textContent('.letter .go')).toBe('我记好了，下一位')
    await page.clock.fastForward(61_000)
    expect(await page.textContent('#still')).toContain('30 秒后会收起回执码')
    await page.clock.fastForward(12_000)
    expect(await page.textContent('#still .count')).toBe('18')
    expect(await page.isVisible('.letter .code')).toBe(true)
    await page.click('#still button:text("还没抄好")')
    expect(await page.locator('#still').count()).toBe(0)
    await page.clock.fastForward(50_000)
    expect(await page.isVisible('.letter .code')).toBe(true)
    await page.clock.fastForward(11_000)
    await page.clock.fastForward(31_000)
    await isAtStart()
  })

  test('goes back to the first step although nothing was touched on the one that is open', async () => {
    await begin()
    await page.check('#agree input', { force: true })
    await goOnUntil(phone, `document.getElementById('Q1')`)
    await page.evaluate(() => {
      const agree = document.querySelector<HTMLInputElement>('#agree input')
      if (agree) agree.checked = false
    })
    await context.setOffline(true)
    await walkAway()
    await expect.poll(() => page.isVisible('#agree')).toBe(true)
  })

  test.each([
    ['the forest', '.brand'],
    ['the accessibility statement', '.foot a[href*=accessibility]'],
    ['declining', '.notice > a'],
    ['another language', '.switches a'],
  ])('comes back by itself from %s, and knows where it is all the while', async (_, way) => {
    await begin()
    const before = page.url()
    await page.click(way)
    await page.waitForURL((url) => url.href !== before)
    await page.waitForSelector('#session', { state: 'attached' })
    await page.clock.fastForward(61_000)
    expect(await page.locator('#still').count()).toBe(1)
    await page.clock.fastForward(61_000)
    await isAtStart()
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
  })

  test('comes back by itself from a guardian’s and a child’s page', async () => {
    await begin('child', 'garden')
    await walkAway()
    await isAtStart()
    await page.click('main a.child')
    await page.click('.equal > :first-child')
    await page.waitForURL(/step=child/)
    await walkAway()
    await isAtStart()
  })

  test('finds its start again when somebody types an address that knows nothing of the hall', async () => {
    await begin()
    await page.goto(`${site.origin}/c/huicheng/adult`).catch(() => undefined)
    await isAtStart()
    const token = link.split('/').pop()
    await page.goto(`${site.origin}/r?a=${token}`)
    expect(await words()).toContain('请用自己的手机')
  })

  test.each([true, false])(
    'asks every child anew, and its guardian (with a network: %s)',
    async (network) => {
      const before = (await storedResponses(site)).length
      await begin('child', 'garden')
      await agreeAsFamily(page, true)
      await page.waitForSelector('#form[data-kiosk=kiosk]')
      await answerAll(phone, gardenChild, { answers: { G1: 'age8' }, others: {} })
      await letGo(phone)
      await receiptSeen()
      if (!network) await context.setOffline(true)
      await page.click('.letter .go')
      if (network) {
        await isAtStart()
        await page.click('main a.child')
      }
      await agreeAsFamily(page)
      await page.waitForSelector('#form[data-kiosk=kiosk]')
      expect(await page.locator('#form [type=hidden][name=G0]').count()).toBe(0)
      await answerAll(phone, gardenChild, { answers: { G1: 'age10' }, others: {} })
      await letGo(phone)
      await context.setOffline(false)
      if (!network) await page.evaluate(() => dispatchEvent(new Event('online')))
      await receiptSeen()
      const stored = (await storedResponses(site)).slice(before)
      expect(stored.map(({ answers }) => answers)).toEqual([
        { G0: 'yes', G1: 'age8' },
        { G1: 'age10' },
      ])
    },
  )

  test('without script serves two people, shows neither the other’s answers, and returns by itself', async () => {
    await take(false)
    const before = (await storedResponses(site)).length
    await begin()
    const token = link.split('/').pop() ?? ''
    for (const value of ['hc2', 'hc4']) {
      await page.check('[name=agree]', { force: true })
      await page.check(`[name=Q1][value=${value}]`, { force: true })
      await page.click('#form [type=submit]')
      const receipt = await page.content()
      expect(receipt).toContain('已经投进邮筒')
      expect(receipt).not.toContain('看看我写了什么')
      expect(receipt).toMatch(new RegExp(`http-equiv="refresh" content="180;url=/a/${token}"`))
      expect(receipt).toContain('这一页 3 分钟后自动回到开头')
      const code = (await page.textContent('#receipt')) ?? ''
      const here = page.url()
      expect(here).toBe(`${site.origin}/r/posted?a=${token}`)
      await page.click('main a:text("再留 3 分钟")')
      expect(page.url()).toBe(here)
      expect(await page.textContent('#receipt')).toBe(code)
      await page.click('main .go:text("下一位")')
      expect(page.url()).toBe(link)
      await page.goBack()
      expect(page.url()).toBe(here)
      expect(await page.textContent('h1')).toBe('回执码已经收起来了')
      expect(await page.locator('#receipt').count()).toBe(0)
      await page.goBack()
      expect(page.url()).toContain('/c/huicheng/adult')
      expect(await page.locator('[name=Q1]:checked, [name=agree]:checked').count()).toBe(0)
      // Who finds a sheet half filled in is told how to clear it.
      await page.check('[name=Q1][value=hc3]', { force: true })
      await page.click('.told a:text("清空，回到开头") >> nth=0')
      expect(page.url()).toBe(link)
      await page.goBack()
      expect(await page.locator('[name=Q1]:checked').count()).toBe(0)
      await page.goto(link)
      await page.click('main a.adult')
      expect(await page.locator('[name=Q1]:checked, [name=agree]:checked').count()).toBe(0)
    }
    const stored = (await storedResponses(site)).slice(before)
    expect(stored).toMatchObject([
      { answers: { Q1: 'hc2' }, channel: 'kiosk' },
      { answers: { Q1: 'hc4' }, channel: 'kiosk' },
    ])
  })
})
