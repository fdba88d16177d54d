import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { walkOn } from '../walk-to.ts'
import { accessibilityFaults } from './axe.ts'
import { noBrowser, openBrowser, takePhone } from './browser.ts'
import { openGardenSite } from './garden-site.ts'
import { type Phone, phoneOf } from './phone.ts'
import { misplaced, tooWide } from './pinyin-places.ts'
import { buttonNamed, post, until } from './resident.ts'
import type { Site } from './site.ts'
import { storedResponses } from './stored.ts'

describe.skipIf(noBrowser)('a child', { timeout: 60_000 }, () => {
  let site: Site
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let phone: Phone

  beforeAll(async () => {
    site = await openGardenSite()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.stop()
  })
  beforeEach(async () => {
    context = await takePhone(browser, { serviceWorkers: 'block' })
    page = await context.newPage()
    phone = phoneOf(page)
  })
  afterEach(() => context.close())

  const pick = (name: string, value: string) =>
    page.click(`label:has(input[name="${name}"][value="${value}"])`)
  const goOn = async () => {
    const before = page.url()
    await phone.tap(buttonNamed('下一题', '跳过'))
    await until(phone, `location.href !== ${JSON.stringify(before)}`)
    await page.waitForTimeout(50)
  }
  const walk = async (path: string) => page.goto(site.origin + (await walkOn(site.origin, path)))
  const questions = (id: string, more = '') => walk(`/c/${id}/child?m=HC2A&step=questions${more}`)
  const spelt = () => page.locator('main rt:visible').count()

  test('draws only after its guardian said yes to that apart, and its own yes came too', async () => {
    await page.goto(`${site.origin}/c/garden/child?m=HC2A`)
    const box = page.locator('input[name=grant]')
    expect(await box.isChecked()).toBe(false)
    const [agree, decline] = await page.locator('.equal > *').all()
    const sizes = [await agree?.boundingBox(), await decline?.boundingBox()]
    expect(sizes[0]?.width).toBeCloseTo(sizes[1]?.width ?? 0, 0)
    expect(sizes[0]?.height).toBeCloseTo(sizes[1]?.height ?? 0, 0)
    expect(await accessibilityFaults(page)).toEqual([])

    await page.click('label:has(input[name=grant])')
    await agree?.click()
    await page.waitForURL(/step=child/)
    await page.click('.equal a >> nth=0')
    await page.waitForURL(/step=questions/)
    await pick('G1', 'age8')
    for (let step = 0; step < 3; step++) await goOn()
    const sheet = await page.locator('#G4 canvas, #G4 svg').first().boundingBox()
    const { x = 0, y = 0 } = sheet ?? {}
    await page.mouse.move(x + 40, y + 40)
    await page.mouse.down()
    await page.mouse.move(x + 120, y + 90, { steps: 6 })
    await page.mouse.up()
    await post(phone)
    const stored = (await storedResponses(site)).at(-1)
    expect(stored?.answers).toMatchObject({ G0: 'yes', G1: 'age8' })
    expect(stored?.answers).toHaveProperty('G4')
  })

  test('is never asked to draw where the guardian left it open', async () => {
    await page.goto(`${site.origin}/c/garden/child?m=HC2A`)
    await page.click('.equal button')
    await page.click('.equal a >> nth=0')
    await page.waitForURL(/step=questions/)
    await pick('G1', 'age10')
    for (let step = 0; step < 3; step++) await goOn()
    expect(await page.locator('#G4:visible').count()).toBe(0)
    await post(phone)
    expect((await storedResponses(site)).at(-1)?.answers).not.toHaveProperty('G4')
  })

  test('of six or seven gets pinyin by itself, and keeps what it picked; anyone can take it off again', async () => {
    await questions('huicheng')
    expect(await spelt()).toBe(0)
    await pick('K1', 'age8')
    await page.waitForTimeout(300)
    expect(await spelt()).toBe(0)
    await pick('K1', 'age6')
    await until(phone, `document.querySelector('#K1 legend rt')`)
    expect(await page.isChecked('input[name=K1][value=age6]')).toBe(true)
    expect(await page.locator('.steps .go:visible data').getAttribute('value')).toBe('下一题')
    await goOn()
    await pick('K2', 'hc2')
    await goOn()
    expect(await page.locator('#K3 rt:visible').count()).toBeGreaterThan(10)
    expect(await accessibilityFaults(page)).toEqual([])
    await page.click('#pinyin')
    expect(await spelt()).toBe(0)
    expect(await page.textContent('#K3 legend')).toBe('3 放学后，你常在哪儿玩？')
    expect(await page.isChecked('input[name=K2][value=hc2]')).toBe(true)
    // Whoever took it off by hand is not given it again.
    await page.goBack()
    await page.goBack()
    await pick('K1', 'age8')
    await pick('K1', 'age6')
    await page.waitForTimeout(300)
    expect(await spelt()).toBe(0)
  })

  test('without a network goes on without pinyin, and is told so only when it asked', async () => {
    const faults: string[] = []
    page.on('pageerror', ({ message }) => faults.push(message))
    await questions('huicheng')
    await context.setOffline(true)
    await pick('K1', 'age6')
    await page.waitForTimeout(300)
    expect(await page.textContent('.pinyin + .fine')).not.toContain('拼音过一会儿再加')
    await page.click('#pinyin')
    await until(phone, `document.querySelector('main').innerText.includes('拼音过一会儿再加')`)
    expect(await page.textContent('#pinyin')).toBe('加上拼音')
    await goOn()
    await pick('K2', 'hc2')
    await context.setOffline(false)
    await page.click('#pinyin')
    await until(phone, `document.querySelector('#K2 legend rt')`)
    expect(await page.textContent('.pinyin + .fine')).not.toContain('拼音过一会儿再加')
    expect(await page.isChecked('input[name=K1][value=age6]')).toBe(true)
    expect(faults).toEqual([])
  })

  test('takes what it picked along to a page with pinyin, where the script for it does not come', async () => {
    await page.route('**/assets/child-*', (route) => route.abort())
    await questions('huicheng')
    await pick('K1', 'age8')
    await goOn()
    await pick('K2', 'hc2')
    await page.click('#pinyin')
    await page.waitForURL(/pinyin=1/)
    await until(phone, `document.querySelector('input[name=K2][value=hc2]')?.checked`)
    expect(await page.isChecked('input[name=K1][value=age8]')).toBe(true)
    await until(phone, `document.querySelector('#K2').getClientRects().length > 0`)
    expect(await page.isVisible('#draft')).toBe(false)
  })

  test('hears the same words from the owl whatever it answers', async () => {
    const heard: (string | null)[][] = []
    for (const answers of [['age10', 'hc1', 'safe'], ['age12', 'hc5', 'scared'], []]) {
      await questions('huicheng', `&t=${heard.length}`)
      const words: (string | null)[] = []
      for (const [at, name] of ['K1', 'K2', 'K3', 'K4'].entries()) {
        const answer = name === 'K4' ? answers[2] : name === 'K3' ? undefined : answers[at]
        if (answer) await pick(name, answer)
        await goOn()
        words.push(await page.evaluate(`document.querySelector('#praise').innerText.trim()`))
      }
      heard.push(words)
    }
    expect(heard[1]?.slice(0, 3)).toEqual(heard[0]?.slice(0, 3))
    expect(heard[2]).toEqual(heard[1])
    expect(heard[0]?.some(Boolean)).toBe(true)
  })

  test.each([320, 360])(
    'with pinyin needs no sideways scrolling on a phone %i wide',
    async (width) => {
      await page.setViewportSize({ width, height: 640 })
      for (const id of ['huicheng', 'garden']) {
        await walk(`/c/${id}/child?step=child&pinyin=1`)
        expect(await page.evaluate(tooWide)).toEqual([])
        await page.route('**/*.js', (route) => route.abort())
        await questions(id, '&grant=G0&pinyin=1')
        expect(await page.evaluate(tooWide)).toEqual([])
        await page.unroute('**/*.js')
      }
    },
  )

  test('sees each syllable over its character', async () => {
    await questions('huicheng', '&pinyin=1')
    expect(await page.evaluate(misplaced)).toEqual([])
    expect(await page.locator('#K1 rt').count()).toBe(7)
  })
})
