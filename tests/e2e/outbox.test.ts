import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { adult } from '../../surveys/definitions/huicheng/adult.ts'
import { words } from '../../web/words/words.ts'
import { someAnswers } from '../answers.ts'
import { noBrowser, openBrowser, takePhone } from './browser.ts'
import { type Phone, phoneOf } from './phone.ts'
import { answerAll, buttonNamed, letGo, receiptShown, until } from './resident.ts'
import { openSite, type Site } from './site.ts'
import { keptOnPhone, refusing } from './storage.ts'
import { storedResponses } from './stored.ts'

describe.skipIf(noBrowser)('letters that wait on a phone', { timeout: 60_000 }, () => {
  let site: Site
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let phone: Phone
  const filled = someAnswers(adult, 9)
  let letterId: string
  let before: number

  beforeAll(async () => {
    site = await openSite()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.stop()
  })
  beforeEach(async () => {
    letterId = randomUUID()
    before = (await storedResponses(site)).length
    context = await takePhone(browser, { serviceWorkers: 'block' })
    page = await context.newPage()
    phone = phoneOf(page)
  })
  afterEach(() => context?.close())

  const questions = () => phone.open(`${site.origin}/c/huicheng/adult?m=HC1A`)
  /** What has come since this test began. */
  const stored = async () =>
    (await storedResponses(site)).slice(before).map(({ answers }) => answers)
  const says = (text: string) => until(phone, `document.body.innerText.includes('${text}')`)
  const waiting = () => keptOnPhone(page, 'forest/out/')
  /** A letter as a page of this release puts it down; `change` makes it another. */
  const putDown = (change: object = {}) => {
    const body = { consultation: 'huicheng', edition: 'adult', version: 1, channel: 'link' }
    const letter = {
      id: letterId,
      // The release before this one wrote the fields as they came.
      body: JSON.stringify({ ...body, answers: filled.answers, others: {} }),
      said: '一封信',
      receipts: '/r/~?new=1',
      words: words('zh-CN').script,
      ...change,
    }
    const text = JSON.stringify(JSON.stringify(letter))
    return phone.look(`localStorage.setItem('forest/out/${letter.id}', ${text})`)
  }

  test('leave by themselves although the release before this one put them there', async () => {
    await phone.open(`${site.origin}/livez`)
    await putDown()
    await phone.open(`${site.origin}/`)
    await until(phone, buttonNamed('看回执'))
    expect(await stored()).toEqual([filled.answers])
    await phone.tap(buttonNamed('看回执'))
    await receiptShown(phone)
    await expect.poll(waiting).toEqual([])
  })

  test.each(['simple', 'database', 'stuck'] as const)(
    'are kept and delivered where the phone has no storage of one kind (%s)',
    async (what) => {
      await context.addInitScript(refusing(what))
      await questions()
      await answerAll(phone, adult, filled)
      await context.setOffline(true)
      await letGo(phone)
      await says('已存在这部手机上')
      await page.close()
      await context.setOffline(false)
      page = await context.newPage()
      phone = phoneOf(page)
      await phone.open(`${site.origin}/`)
      await until(phone, buttonNamed('看回执'))
      expect(await stored()).toEqual([filled.answers])
    },
  )

  test('that the phone cannot keep are called so, and leave as long as the page is open', async () => {
    await context.addInitScript(refusing('both'))
    await questions()
    await answerAll(phone, adult, filled)
    await context.setOffline(true)
    await letGo(phone)
    await says('请先别关这一页')
    expect(await phone.look(`document.body.innerText.includes('已存在这部手机上')`)).toBe(false)
    await context.setOffline(false)
    await receiptShown(phone)
    expect(await stored()).toEqual([filled.answers])
  })

  test.each([
    ['已存在这部手机上', 'nothing'],
    ['请先别关这一页', 'both'],
  ] as const)(
    'are spoken of although the script that shows them does not come through: %s',
    async (sentence, refused) => {
      await context.route('**/assets/letters-*', (route) => route.abort())
      if (refused === 'both') await context.addInitScript(refusing(refused))
      await questions()
      await answerAll(phone, adult, filled)
      await context.setOffline(true)
      await letGo(phone)
      await says(sentence)
      await context.setOffline(false)
      await receiptShown(phone)
      expect(await stored()).toEqual([filled.answers])
    },
  )

  test('on a phone that clears up after a week are called back before that day', async () => {
    await context.addInitScript(`Object.defineProperty(navigator, 'vendor', { value: 'Apple Computer, Inc.' })
      navigator.storage.persist = () => Promise.resolve(false)`)
    await questions()
    await answerAll(phone, adult, { answers: { Q1: 'hc2' }, others: {} })
    await context.setOffline(true)
    await letGo(phone)
    const [month, day] = new Date(Date.now() + 7 * 86_400_000)
      .toLocaleDateString('zh-CN')
      .split('/')
      .slice(1)
    await says(`还没送到，请在 ${month}月${day}日前再打开一次这一页`)
  })

  test('are not taken for received when something else answers in the place of the server', async () => {
    const answers = [
      { status: 200, contentType: 'text/html', body: '<h1>请先登录无线网络</h1>' },
      { status: 200, json: { ok: true } },
      { status: 200, json: { id: letterId, receipt: 'D26D-KEX8-4MDH-S862-5N97' } },
      {
        status: 201,
        json: { id: letterId, sha256: '0'.repeat(64), receipt: 'D26D-KEX8-4MDH-S862-5N97' },
      },
      { status: 204 },
      { status: 302, headers: { Location: '/livez' } },
      { status: 410, contentType: 'text/html', body: '<h1>Gone</h1>' },
    ]
    // The phone knocks by itself only much later: here each knock is one tap.
    await context.addInitScript('Math.random = () => 1e3')
    let asked = 0
    await context.route('**/api/responses/*', (route) => {
      const answer = answers[asked++]
      return answer ? route.fulfill(answer) : route.continue()
    })
    await phone.open(`${site.origin}/livez`)
    await putDown()
    await phone.open(`${site.origin}/`)
    for (let n = 1; n <= answers.length; n++) {
      await expect.poll(() => asked).toBe(n)
      await until(phone, buttonNamed('现在再送一次'))
      expect(await phone.look(`document.querySelector('a[href*="/r/"]')?.href ?? ''`)).not.toMatch(
        /D26D/,
      )
      await phone.tap(buttonNamed('现在再送一次'))
    }
    await until(phone, buttonNamed('看回执'))
    expect(await stored()).toEqual([filled.answers])
  })

  test('that can never be taken stay to be looked at and removed, and keep no other back', async () => {
    const bad = '11111111-6a55-4f0e-9d1c-3f3f3b7a1c2d'
    await phone.open(`${site.origin}/livez`)
    await putDown({ id: bad, body: '{"nonsense":true}', said: '写给居委会的话', at: 1 })
    await phone.look(`localStorage.setItem('forest/out/broken', 'no letter at all')`)
    await putDown()
    await phone.open(`${site.origin}/`)
    await says('这份答卷没能收下')
    await until(phone, buttonNamed('看回执'))
    expect(await stored()).toEqual([filled.answers])
    await phone.tap(
      `[...document.querySelectorAll('#outbox a')].find((a) => a.textContent === '还没送到的，都在这里')`,
    )
    await until(
      phone,
      `location.pathname === '/outbox' && document.querySelector('#letters summary')`,
    )
    await phone.tap(`document.querySelector('#letters summary')`)
    await says('写给居委会的话')
    page.once('dialog', (dialog) => dialog.dismiss())
    await phone.tap(buttonNamed('删掉'))
    expect((await waiting()).join()).toContain(bad)
    page.once('dialog', (dialog) => dialog.accept())
    await phone.tap(buttonNamed('删掉'))
    await expect.poll(async () => (await waiting()).join()).not.toContain(bad)
  })

  test.each([
    ['without a network', undefined],
    ['where a page of somebody’s Wi-Fi answers', '<h1>请先登录无线网络</h1>'],
  ])('are all shown where one is when their own page does not come: %s', async (_, body) => {
    await phone.open(`${site.origin}/livez`)
    await putDown({ at: Date.UTC(2026, 10, 21, 4, 5), title: '汇成片区居民心愿问卷' })
    await context.route('**/api/**', (route) => route.abort())
    await questions()
    await says('还没送到的，都在这里')
    await context.route('**/outbox*', (route) =>
      body ? route.fulfill({ contentType: 'text/html', body }) : route.abort(),
    )
    const here = page.url()
    await page.click('#outbox a:text("还没送到的，都在这里")')
    await says('看看写了什么')
    expect(page.url()).toBe(here)
    expect(await page.textContent('#outbox h2')).toBe('汇成片区居民心愿问卷')
    expect(await page.evaluate('document.activeElement.id')).toBe('outbox')
    await page.click('#outbox summary')
    await says('一封信')
    page.once('dialog', (dialog) => dialog.accept())
    await page.click('#outbox button:text("从手机上删掉")')
    await expect.poll(waiting).toEqual([])
    await until(phone, `!document.querySelector('#outbox')`)
  })

  test('that the phone will not copy stand there to be copied by hand, also while it tries again', async () => {
    let asked = 0
    await context.route('**/api/**', (route) => {
      asked++
      return route.abort()
    })
    await context.addInitScript(
      `Clipboard.prototype.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))`,
    )
    await phone.open(`${site.origin}/livez`)
    await putDown({ said: '住在哪里 汇成二村' })
    await phone.open(`${site.origin}/outbox`)
    await until(phone, buttonNamed('复制'))
    await phone.tap(buttonNamed('复制'))
    const standsThere = `String(document.querySelector('#letters textarea')?.value).includes('汇成二村')`
    await until(phone, standsThere)
    expect(await phone.look('getSelection().toString()')).toContain(letterId)
    const tries = asked
    await phone.look(`document.activeElement.blur()`)
    await until(phone, buttonNamed('现在再送一次'))
    await phone.tap(buttonNamed('现在再送一次'))
    await expect.poll(() => asked).toBeGreaterThan(tries)
    await until(phone, buttonNamed('现在再送一次'))
    expect(await phone.look(standsThere)).toBe(true)
    expect(await phone.look('document.activeElement.textContent')).toBe('现在再送一次')
  })

  test('are listed on a page of their own, from where they can be sent again', async () => {
    await context.route('**/api/**', (route) => route.abort())
    await phone.open(`${site.origin}/livez`)
    await putDown({ at: Date.UTC(2026, 10, 21, 4, 5), title: '汇成片区居民心愿问卷' })
    await phone.open(`${site.origin}/outbox`)
    await says('汇成片区居民心愿问卷')
    await says('11月21日')
    await until(phone, buttonNamed('现在再送一次'))
    await context.unroute('**/api/**')
    await phone.tap(buttonNamed('现在再送一次'))
    await until(phone, buttonNamed('看回执'))
    expect(await stored()).toEqual([filled.answers])
  })

  test('can be handed over in another way, also by a page that alone remembers them', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    // The first try is over and the next comes only much later: what is said of a letter stays as it is.
    await context.addInitScript('Math.random = () => 1e3')
    const taken = async () => {
      await until(phone, buttonNamed('现在再送一次'))
      expect(await phone.tap(buttonNamed('复制'))).toBe(true)
      await until(phone, buttonNamed('已复制'))
      const copied = await phone.look<string>('navigator.clipboard.readText()')
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.click('a:text("存成文件")'),
      ])
      expect(file.suggestedFilename()).toMatch(/^[0-9a-f-]{36}\.txt$/)
      expect(readFileSync(await file.path(), 'utf8')).toBe(copied)
      return copied
    }
    await context.route('**/api/**', (route) => route.abort())
    await phone.open(`${site.origin}/livez`)
    await putDown({ title: '汇成片区居民心愿问卷', said: '住在哪里 汇成二村' })
    await phone.open(`${site.origin}/outbox`)
    await until(phone, buttonNamed('复制'))
    const text = await taken()
    expect(text).toContain('汇成片区居民心愿问卷')
    expect(text).toContain('住在哪里 汇成二村')
    expect(text).toContain(letterId)
    expect(JSON.parse(text.split('\n').pop() ?? '').answers).toEqual(filled.answers)

    await context.addInitScript(refusing('both'))
    await questions()
    await answerAll(phone, adult, { answers: { Q1: 'hc2' }, others: {} })
    await letGo(phone)
    await says('请先别关这一页')
    expect((await taken()).split('\n').pop()).toContain('"Q1":"hc2"')
  })

  test('are said to be none when there are none; without script the page says what it is for', async () => {
    await phone.open(`${site.origin}/outbox`)
    await says('都送到了')
    const plain = await takePhone(browser, { javaScriptEnabled: false })
    const other = await plain.newPage()
    await other.goto(`${site.origin}/outbox`)
    expect(await other.textContent('main')).toContain('要列出它们')
    await plain.close()
  })

  test.each([true, false])(
    'are sent by one tab only, however many are open (locks of the browser: %s)',
    async (locks) => {
      if (!locks) {
        await context.addInitScript(
          `Object.defineProperty(navigator, 'locks', { value: undefined })`,
        )
      }
      let asked = 0
      await context.route('**/api/responses/*', async (route) => {
        asked++
        await new Promise((resolve) => setTimeout(resolve, 1_500))
        await route.continue()
      })
      const tabs = [page, await context.newPage(), await context.newPage()]
      for (const tab of tabs) await tab.goto(`${site.origin}/`)
      await putDown()
      await Promise.all(
        tabs.map((tab) => tab.evaluate(`window.dispatchEvent(new Event('online'))`)),
      )
      await expect.poll(stored, { timeout: 5_000 }).toEqual([filled.answers])
      await new Promise((resolve) => setTimeout(resolve, 500))
      expect(asked).toBe(1)
    },
  )
})
