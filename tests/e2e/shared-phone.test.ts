import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adult } from '../../surveys/definitions/huicheng/adult.ts'
import { someAnswers } from '../answers.ts'
import { noBrowser, openBrowser, takePhone } from './browser.ts'
import { enterDesk } from './desk-door.ts'
import { phoneOf } from './phone.ts'
import { answerAll, letGo, until } from './resident.ts'
import { openSite, type Site } from './site.ts'
import { storedResponses } from './stored.ts'

describe.skipIf(noBrowser)('on a phone that many people share', { timeout: 90_000 }, () => {
  let site: Site
  let browser: Browser

  beforeAll(async () => {
    site = await openSite()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.stop()
  })

  /** Fetches a link at the desk, as staff do. */
  async function linkFor(channel: 'assisted' | 'kiosk', desk: Page): Promise<string> {
    await desk.goto(`${site.origin}/desk/c/huicheng/sessions`)
    await desk.selectOption('select[name=channel]', channel)
    await desk.fill('input[name=label]', '志愿者小李')
    await desk.click('main form.stacked button')
    return (await desk.textContent('.address code')) ?? ''
  }

  async function startAt(context: BrowserContext, link: string): Promise<Page> {
    const page = await context.newPage()
    await page.goto(link)
    await page.click('main a.adult')
    await page.waitForSelector('#form[data-kiosk]')
    return page
  }

  test('a volunteer takes down two people, the second without a signal, and both arrive as assisted', async () => {
    const office = await browser.newContext()
    const desk = await office.newPage()
    await enterDesk(desk, site)
    const link = await linkFor('assisted', desk)
    const context = await takePhone(browser, { serviceWorkers: 'block' })
    const page = await startAt(context, link)
    const phone = phoneOf(page)
    const [first, second] = [someAnswers(adult, 11), someAnswers(adult, 12)]

    await answerAll(phone, adult, first)
    await page.evaluate(() => {
      // Its own part of the form is past by now.
      const family = document.querySelector<HTMLInputElement>('[name="~relation"][value=family]')
      if (family) family.checked = true
    })
    await letGo(phone)
    await until(
      phone,
      `/([0-9A-Z]{4}-){4}/.test(document.querySelector('.letter .code')?.textContent)`,
    )
    await page.click('.letter .go')
    expect(await page.isVisible('#form')).toBe(true)
    expect(await page.evaluate(() => document.querySelectorAll('.q input:checked').length)).toBe(3)

    await context.setOffline(true)
    await answerAll(phone, adult, second)
    await letGo(phone)
    await until(phone, `document.body.innerText.includes('已经存在这部手机上')`)
    expect(await storedResponses(site)).toHaveLength(1)
    await context.setOffline(false)
    await until(
      phone,
      `/([0-9A-Z]{4}-){4}/.test(document.querySelector('.letter .code')?.textContent)`,
      40_000,
    )

    const stored = await storedResponses(site)
    expect(stored).toMatchObject([
      { ...first, channel: 'assisted' },
      { ...second, channel: 'assisted' },
    ])
    await desk.goto(`${site.origin}/desk`)
    expect(await desk.textContent('main')).toContain('代填')
    await office.close()
    await context.close()
  })

  test('a device in a hall forgets who wrote on it: after sending, and when somebody walks away', async () => {
    const office = await browser.newContext()
    const desk = await office.newPage()
    await desk.goto(`${site.origin}/desk/sign-in`)
    await desk.fill('input[name=name]', '王老师')
    await desk.fill('input[name=password]', '桂花树下的第三张长椅夏天最凉快')
    await desk.click('main button[type=submit]')
    const link = await linkFor('kiosk', desk)
    const context = await takePhone(browser, { serviceWorkers: 'block' })
    const page = await context.newPage()
    await page.clock.install()
    await page.goto(link)
    await page.click('main a.adult')
    await page.waitForSelector('#form[data-kiosk=kiosk]')
    const checked = () =>
      page.evaluate(() => document.querySelectorAll('#form input:checked').length)

    await page.check('#agree input', { force: true })
    expect(await checked()).toBe(1)
    await page.clock.fastForward(61_000)
    expect(await page.textContent('#still')).toContain('还在填吗')
    await page.click('#still button')
    expect(await checked()).toBe(1)
    await page.clock.fastForward(61_000)
    await page.clock.fastForward(61_000)
    expect(await checked()).toBe(0)
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }))
    expect(kept).not.toContain('draft')
    await office.close()
    await context.close()
  })
})
