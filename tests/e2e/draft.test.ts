import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { adult } from '../../surveys/definitions/huicheng/adult.ts'
import { child } from '../../surveys/definitions/huicheng/child.ts'
import { journey } from '../../surveys/engine/visibility.ts'
import { someAnswers } from '../answers.ts'
import { walkOn } from '../walk-to.ts'
import { noBrowser, openBrowser, takePhone } from './browser.ts'
import { type Phone, phoneOf } from './phone.ts'
import { answerAll, buttonNamed, post, until } from './resident.ts'
import { openSite, type Site } from './site.ts'
import { keptOnPhone } from './storage.ts'
import { storedResponses } from './stored.ts'

describe.skipIf(noBrowser)('answers that are not posted yet', { timeout: 60_000 }, () => {
  let site: Site
  let browser: Browser
  let context: BrowserContext
  let page: Page
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
    context = await takePhone(browser)
    await openTab()
  })
  afterEach(() => context?.close())

  const openTab = async () => {
    page = await context.newPage()
    phone = phoneOf(page)
    await phone.open(`${site.origin}/c/huicheng/adult`)
  }
  const ticked = (id: string) =>
    phone.look<string>(`document.querySelector('input[name="${id}"]:checked')?.value`)
  const begin = (answers: Record<string, string>) =>
    answerAll(phone, adult, { answers, others: {} })
  const isKept = () => keptOnPhone(page, 'forest/draft/')

  test('are on the phone a third of a second after each of them', async () => {
    await begin({ Q1: 'hc2' })
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect((await isKept()).join()).toContain('hc2')
  })

  test('are never a third of a second behind, however steadily somebody types', async () => {
    const behind = await phone.look<number>(`(async () => {
      const field = document.querySelector('textarea')
      const typed = []
      const newest = () => new Promise((resolve) => {
        const asked = indexedDB.open('forest')
        asked.onsuccess = () => {
          const got = asked.result.transaction('kept').objectStore('kept').get('forest/draft/huicheng/adult')
          got.onsuccess = () => {
            asked.result.close()
            resolve(JSON.parse(got.result ?? '{"fields":[]}').fields.find(([name]) => name === field.name)?.[1] ?? '')
          }
        }
      })
      let most = 0
      for (let n = 1; n <= 40; n++) {
        field.value += '字'
        typed.push(performance.now())
        field.dispatchEvent(new Event('input', { bubbles: true }))
        await new Promise((resolve) => setTimeout(resolve, 50))
        const [at, kept] = [performance.now(), (await newest()).length]
        if (kept < typed.length) most = Math.max(most, at - typed[kept])
      }
      return most
    })()`)
    expect(behind).toBeGreaterThan(0)
    expect(behind).toBeLessThanOrEqual(300)
  })

  test('are kept even when the page is closed in the same moment', async () => {
    await begin({ Q1: 'hc2' })
    await phone.look(`(() => {
      document.querySelector('input[name=Q2][value=age45]').click()
      location.assign('/')
    })()`)
    await until(phone, `location.pathname === '/' && document.readyState === 'complete'`)
    await page.close()
    await openTab()
    await until(phone, buttonNamed('接着填'))
    await phone.tap(buttonNamed('接着填'))
    expect([await ticked('Q1'), await ticked('Q2')]).toEqual(['hc2', 'age45'])
  })

  test('are added to what was answered anew, which stays as it is', async () => {
    await begin({ Q1: 'hc2', Q2: 'age45' })
    await new Promise((resolve) => setTimeout(resolve, 400))
    await page.close()
    await openTab()
    await until(phone, buttonNamed('接着填'))
    await begin({ Q1: 'hc4' })
    await phone.tap(buttonNamed('接着填'))
    expect([await ticked('Q1'), await ticked('Q2')]).toEqual(['hc4', 'age45'])
  })

  test('are not lost when something new is answered and the offer is left standing', async () => {
    await begin({ Q1: 'hc2', Q2: 'age45' })
    await new Promise((resolve) => setTimeout(resolve, 400))
    await page.close()
    await openTab()
    await until(phone, buttonNamed('接着填'))
    await begin({ Q1: 'hc4' })
    await new Promise((resolve) => setTimeout(resolve, 400))
    await page.close()
    await openTab()
    await until(phone, buttonNamed('接着填'))
    await phone.tap(buttonNamed('接着填'))
    expect([await ticked('Q1'), await ticked('Q2')]).toEqual(['hc4', 'age45'])
  })

  test.each([
    ['a part at a time', adult, 6, '/c/huicheng/adult'],
    ['a question at a time', adult, 6, '/c/huicheng/adult?mode=elder'],
    ['by a child', child, 3, '/c/huicheng/child?step=questions'],
  ] as const)(
    'are taken up where nothing is answered yet (%s), and the way back leads through what is',
    async (manner, edition, many, path) => {
      const whole = someAnswers(edition, 5)
      const ids = journey(edition, whole).map(({ question }) => question.id)
      const begun = ids.slice(0, many)
      const answers = Object.fromEntries(begun.map((id) => [id, whole.answers[id] ?? '']))
      const [before = '', open = ''] = ids.slice(many - 1)
      const isSeen = (id: string) =>
        until(phone, `document.getElementById('${id}').getClientRects().length > 0`)
      await phone.open(site.origin + (await walkOn(site.origin, path)))
      await answerAll(phone, edition, { answers, others: {} })
      await new Promise((resolve) => setTimeout(resolve, 400))
      await page.close()
      page = await context.newPage()
      phone = phoneOf(page)
      await phone.open(site.origin + (await walkOn(site.origin, path)))
      await until(phone, buttonNamed('接着填'))
      await phone.tap(buttonNamed('接着填'))
      if (edition === adult) {
        // Consent is given anew, and comes first.
        await until(phone, `document.activeElement.contains(document.querySelector('#agree'))`)
        await phone.tap(`document.querySelector('#agree')`)
        await until(phone, `document.querySelector('#agree :checked')`)
        await phone.tap(buttonNamed('开始填写'))
      }
      await isSeen(open)
      const top = await page
        .locator(`#${open}`)
        .evaluate((one) => Math.round(one.getBoundingClientRect().top))
      expect(top).toBeGreaterThanOrEqual(0)
      expect(top).toBeLessThan(300)
      if (manner === 'a part at a time') return
      expect(await phone.look(`document.getElementById('${before}').getClientRects().length`)).toBe(
        0,
      )
      await phone.tap(buttonNamed('上一步', '上一题'))
      await isSeen(before)
    },
  )

  test('are erased when the resident wants to start afresh', async () => {
    await begin({ Q1: 'hc2' })
    await new Promise((resolve) => setTimeout(resolve, 400))
    await page.close()
    await openTab()
    await until(phone, buttonNamed('重新填'))
    page.once('dialog', (dialog) => dialog.dismiss())
    await phone.tap(buttonNamed('重新填'))
    expect((await isKept()).join()).toContain('hc2')
    expect(await page.isVisible('#draft')).toBe(true)
    page.once('dialog', (dialog) => dialog.accept())
    await phone.tap(buttonNamed('重新填'))
    await expect.poll(isKept).toEqual([])
    expect(await page.isVisible('#draft')).toBe(false)
  })

  const written = '想在楼下多一张长椅'
  const wrote = (id: string) => phone.look<string>(`document.querySelector('[name="${id}"]').value`)
  const isOpen = (id: string) =>
    until(phone, `document.getElementById('${id}')?.getClientRects().length > 0`)

  test('come along at once into larger print, another language and back, to the same question', async () => {
    await begin({ Q1: 'hc2', Q18b: written })
    for (const [way, address] of [
      ['.switches a.mode', /mode=elder/],
      ['.sizes a >> nth=1', /size=24/],
      ['.switches a[lang=en]', /lang=en/],
      ['.switches a.mode', /\?lang=en$/],
    ] as const) {
      await page.click(way)
      await page.waitForURL((url) => address.test(url.pathname + url.search))
      await until(phone, `document.querySelector('[name=Q18b]')?.value`)
      expect([await ticked('Q1'), await wrote('Q18b')]).toEqual(['hc2', written])
      expect(await page.isChecked('[name=agree]')).toBe(true)
      await isOpen('Q18b')
      await expect.poll(() => page.isVisible('#draft')).toBe(false)
      const { y = -1 } = (await page.locator('#Q18b').boundingBox()) ?? {}
      expect(y).toBeGreaterThanOrEqual(0)
      expect(y).toBeLessThan(740)
    }
    expect(await page.evaluate('sessionStorage.carried')).toBeUndefined()
    await page.close()
    await openTab()
    await until(phone, buttonNamed('接着填'))
    expect([await ticked('Q1'), await wrote('Q18b')]).toEqual([undefined, ''])
  })

  test('come along with the choice in sight, not the first one', async () => {
    await begin({ Q1: 'hc2' })
    await page.evaluate(`location.hash = 'Q1'`)
    await page.click('[name=Q1][value=hc2] + span')
    const focused = () =>
      phone.look<string>(`(({ id, value }) => value || id)(document.activeElement)`)
    await page.click('.switches a.mode')
    await page.waitForURL(/mode=elder/)
    await expect.poll(focused).toBe('hc2')
  })

  test('in a text say kindly that a telephone number stands in it, and stay as they are', async () => {
    await begin({ Q18b: '找我 138 1234 5678' })
    await expect.poll(() => page.isVisible('#Q18b #phone')).toBe(true)
    await page.fill('[name=Q18b]', written)
    await expect.poll(() => page.isVisible('#phone')).toBe(false)
  })

  test('come along with a way back that leads through the questions before', async () => {
    await begin({ Q1: 'hc2', Q18b: written })
    await page.click('.switches a.mode')
    await page.waitForURL(/mode=elder/)
    await isOpen('Q18b')
    await phone.tap(buttonNamed('上一题'))
    await isOpen('Q18a')
    await phone.tap(buttonNamed('下一题'))
    await isOpen('Q18b')
    await post(phone)
    expect((await storedResponses(site)).at(-1)?.answers).toMatchObject({
      Q1: 'hc2',
      Q18b: written,
    })
    expect(await isKept()).toEqual([])
  })

  test('of somebody else are not shown to whoever fills in anew and turns to larger print', async () => {
    await begin({ Q1: 'hc2', Q18b: written })
    await expect.poll(async () => (await isKept()).join()).toContain(written)
    await page.close()
    await openTab()
    await until(phone, buttonNamed('接着填'))
    await begin({ Q1: 'hc4' })
    await page.click('.switches a.mode')
    await page.waitForURL(/mode=elder/)
    await until(phone, `document.querySelector('[name=Q1][value=hc4]')?.checked`)
    await until(phone, buttonNamed('接着填'))
    expect(await wrote('Q18b')).toBe('')
    await phone.tap(buttonNamed('接着填'))
    expect([await ticked('Q1'), await wrote('Q18b')]).toEqual(['hc4', written])
  })

  test('are still whole after somebody left the offer standing and posted answers of their own, as it says', async () => {
    await begin({ Q1: 'hc2', Q18b: written })
    await expect.poll(async () => (await isKept()).join()).toContain(written)
    await page.close()
    await openTab()
    await until(phone, buttonNamed('接着填'))
    expect(await page.textContent('#draft')).toContain('先不管它，另填一份，它也还留着')
    await begin({ Q1: 'hc4', Q18b: '别的话' })
    await post(phone)
    expect((await storedResponses(site)).at(-1)?.answers).toEqual({ Q1: 'hc4', Q18b: '别的话' })
    expect((await isKept()).join()).not.toContain('别的话')
    await openTab()
    await until(phone, buttonNamed('接着填'))
    await phone.tap(buttonNamed('接着填'))
    expect([await ticked('Q1'), await wrote('Q18b')]).toEqual(['hc2', written])
    await expect.poll(async () => (await isKept()).length).toBe(1)
  })

  test('are erased when they have been posted', async () => {
    await begin({ Q1: 'hc2' })
    await post(phone)
    expect(await isKept()).toEqual([])
  })

  test('are erased after thirty days, whichever page is opened', async () => {
    const [old, young] = [31, 29].map((days) =>
      JSON.stringify({ at: Date.now() - days * 86_400_000, fields: [['Q1', 'hc2']] }),
    )
    await phone.look(`(() => {
      localStorage.setItem('forest/draft/huicheng/adult', ${JSON.stringify(old)})
      localStorage.setItem('forest/draft/huicheng/child', ${JSON.stringify(young)})
    })()`)
    await phone.open(`${site.origin}/`)
    await expect.poll(async () => (await isKept()).length).toBe(1)
    expect((await isKept()).join()).toContain('huicheng/child')
  })

  test('are called back in time on a phone that clears up after a week, and only there', async () => {
    await begin({ Q1: 'hc2' })
    await expect.poll(async () => (await isKept()).length).toBe(1)
    const text = () => phone.look<string>('document.body.innerText')
    expect(await text()).not.toContain('没填完的会存在')
    await context.addInitScript(`Object.defineProperty(navigator, 'vendor', { value: 'Apple Computer, Inc.' })
      navigator.storage.persist = () => Promise.resolve(false)`)
    await page.close()
    await openTab()
    await until(phone, buttonNamed('接着填'))
    const [month, day] = new Date(Date.now() + 7 * 86_400_000)
      .toLocaleDateString('zh-CN')
      .split('/')
      .slice(1)
    await expect
      .poll(text)
      .toContain(`没填完的会存在这部手机上，请在 ${month}月${day}日前再打开接着填`)
  })

  test('are not kept on a device that belongs to everybody', async () => {
    await context.route('**/c/huicheng/adult', async (route) => {
      const answer = await route.fetch()
      const html = (await answer.text()).replace('id="form"', 'id="form" data-kiosk="kiosk"')
      await route.fulfill({ response: answer, body: html })
    })
    await openTab()
    await begin({ Q1: 'hc2' })
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(await isKept()).toEqual([])
  })
})
