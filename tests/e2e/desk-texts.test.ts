import { randomUUID } from 'node:crypto'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityFaults } from './axe.ts'
import { noBrowser, openBrowser, takePhone } from './browser.ts'
import { enterDesk } from './desk-door.ts'
import { openSite, type Site } from './site.ts'
import { watch } from './watch.ts'

const said = ['路灯太暗', '加装电梯，老人上下楼太累', '12号302室门口路灯太暗，找王阿姨13800138000']
const texts = '/desk/c/huicheng/texts'
const question = `${texts}/adult/Q18b`

describe.skipIf(noBrowser)('what people wrote is worked through', { timeout: 60_000 }, () => {
  let site: Site
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let faults: string[]

  beforeAll(async () => {
    site = await openSite()
    browser = await openBrowser()
    context = await takePhone(browser, { viewport: { width: 320, height: 700 } })
    faults = watch(context, site.origin)
    page = await context.newPage()
    await Promise.all(Array.from({ length: 24 }, (_, n) => write(n < 18 ? said[n % 3] : undefined)))
    await enterDesk(page, site)
  })
  afterAll(async () => {
    await browser?.close()
    await site?.stop()
  })

  async function write(text: string | undefined): Promise<void> {
    const answers = { Q1: 'hc2', ...(text && { Q18b: text }) }
    const response = { consultation: 'huicheng', edition: 'adult', version: 1, channel: 'qr' }
    const stored = await fetch(`${site.origin}/api/responses/${randomUUID()}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...response, mailbox: 'HC2A', answers }),
    })
    expect(stored.status).toBe(201)
  }
  const go = (path: string) => page.goto(site.origin + path)

  test('by keyboard alone: codes are ticked by figures, saved by Enter, and drawn like a question', async () => {
    for (const [name, rules] of [
      ['路灯', '路灯'],
      ['电梯', '电梯'],
    ] as const) {
      await go(`${question}/codes`)
      await page.fill('#name-new', name)
      await page.fill('#rules-new', rules)
      await page.click('#new button')
      await page.waitForURL(/saved/)
    }
    await go(`${question}/coding`)
    for (let read = 0; read < said.length; read++) {
      const text = (await page.textContent('blockquote')) ?? ''
      const key = text.includes('电梯') ? '2' : '1'
      expect(await page.textContent('label[data-suggested]')).toContain('提示')
      await page.keyboard.press('J')
      await page.waitForURL(/at=/)
      await page.keyboard.press('K')
      await page.waitForFunction((before) => document.body.textContent.includes(before), text)
      await page.keyboard.press(key)
      await Promise.all([page.waitForURL(/after=/), page.keyboard.press('Enter')])
    }
    expect(await page.textContent('main')).toContain('18 段都读完了')
    await page.click('text=看归类的结果')
    const bars = await page.$$eval('#Q18b_codes [data-count]', (cells) =>
      cells.map((cell) => [cell.parentElement?.querySelector('th')?.textContent, cell.textContent]),
    )
    expect(bars).toEqual([
      ['路灯', '12'],
      ['电梯', '6'],
    ])
  })

  test('and what gives people away is marked beside the wording for everybody', async () => {
    await go(`${question}?word=${encodeURIComponent('路灯')}`)
    await page.click('li:has-text("13800138000") a:has-text("摘出来")')
    expect(
      await page.$$eval('#propose mark', (marks) => marks.map((one) => one.textContent)),
    ).toEqual(['12号302室', '王阿姨', '13800138000'])
    expect(await page.inputValue('#text')).toBe('〔门牌〕门口路灯太暗，找〔人名〕〔电话〕')
    expect(await accessibilityFaults(page)).toEqual([])
    await page.click('#propose button')
    expect(await page.textContent('main')).toContain('请另一位同事来看')
  })

  test.each([
    ...[texts, `${texts}/lexicon`],
    ...['?word=路灯', '/codes', '/coding?at=1', '/agreement', '/same', '/quotes'].map(
      (one) => question + one,
    ),
  ])('on pages anyone can use, on the narrowest phone too: %s', async (path) => {
    await go(path)
    expect(await accessibilityFaults(page)).toEqual([])
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(beyond).toBeLessThanOrEqual(0)
  })

  test('none of which asked another host, broke its own policy or complained', () => {
    expect(faults).toEqual([])
  })
})
