import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { adult } from '../../surveys/definitions/huicheng/adult.ts'
import { someAnswers } from '../answers.ts'
import { openAccessibleSite } from './accessible-site.ts'
import { noBrowser, openBrowser, takePhone } from './browser.ts'
import { type Phone, phoneOf } from './phone.ts'
import { answerAll, buttonNamed, letGo, post, until } from './resident.ts'
import { openSite, type Site } from './site.ts'
import { storedResponses } from './stored.ts'

const root = new URL('../../', import.meta.url)

/** `/sw.js` as `SERVICE_WORKER=off npm run build` makes it, in a folder of its own. */
function builtWithout(): string {
  const folder = mkdtempSync(join(tmpdir(), 'called-back-'))
  const build = `import { createBuilder } from 'vite'
    const client = { build: { outDir: process.argv[1], emptyOutDir: true } }
    const builder = await createBuilder({ logLevel: 'error', environments: { client } })
    await builder.build(builder.environments.client)`
  execFileSync(process.execPath, ['--input-type=module', '-e', build, folder], {
    cwd: root,
    env: { ...process.env, SERVICE_WORKER: 'off' },
  })
  const built = readFileSync(join(folder, 'sw.js'), 'utf8')
  rmSync(folder, { recursive: true })
  return built
}

describe.skipIf(noBrowser)('where the browser has a service worker', { timeout: 60_000 }, () => {
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
    context = await takePhone(browser)
    phone = phoneOf(await context.newPage())
    await phone.open(`${site.origin}/c/huicheng/adult?m=HC1A`)
    await until(phone, `navigator.serviceWorker.controller`)
  })
  afterEach(() => context?.close())

  const kept = () =>
    phone.look<string[]>(`(async () => {
      const found = []
      for (const name of await caches.keys()) {
        for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname)
      }
      return found
    })()`)

  test('the questionnaire opens again without a network, and two people who fill it in there are two', async () => {
    await expect.poll(() => phone.look(`caches.match(location.href).then(Boolean)`)).toBe(true)
    await context.setOffline(true)
    const people = [someAnswers(adult, 3), someAnswers(adult, 4)]
    for (const filled of people) {
      await phone.open(`${site.origin}/c/huicheng/adult?m=HC1A`)
      await answerAll(phone, adult, filled)
      await letGo(phone)
      await until(phone, `document.body.innerText.includes('已存在这部手机上')`)
    }
    await context.setOffline(false)
    await expect
      .poll(async () => (await storedResponses(site)).map(({ answers }) => answers), {
        timeout: 20_000,
      })
      .toEqual(expect.arrayContaining(people.map(({ answers }) => answers)))
    expect(await storedResponses(site)).toHaveLength(2)
  })

  test('the list of what waits opens without a network, on a phone that never opened it before', async () => {
    await expect.poll(() => phone.look(`caches.match('/outbox').then(Boolean)`)).toBe(true)
    await context.setOffline(true)
    const filled = someAnswers(adult, 6)
    await answerAll(phone, adult, filled)
    await letGo(phone)
    await until(phone, `document.body.innerText.includes('已存在这部手机上')`)
    for (const more of ['', '?m=HC1A&mode=elder']) {
      await phone.open(`${site.origin}/outbox${more}`)
      await until(phone, buttonNamed('现在再送一次'))
      expect(await phone.look('document.body.innerText')).toContain('投出')
    }
    await context.setOffline(false)
    await until(phone, buttonNamed('看回执'))
    const stored = await storedResponses(site)
    expect(stored.map(({ answers }) => answers)).toContainEqual(filled.answers)
  })

  test('no receipt, no answer and no desk page is kept by it', async () => {
    await answerAll(phone, adult, someAnswers(adult, 5))
    await post(phone)
    await phone.open(`${site.origin}/desk`)
    await phone.open(`${site.origin}/r`)
    await phone.open(`${site.origin}/outbox`)
    await expect.poll(() => phone.look(`caches.match('/outbox').then(Boolean)`)).toBe(true)
    const paths = await kept()
    expect(paths).toContain('/c/huicheng/adult')
    expect(paths.filter((path) => /^\/(r|desk|api)/.test(path))).toEqual([])
  })

  test('it can be called back from every phone', async () => {
    const usual = readFileSync(new URL('../../dist/client/sw.js', import.meta.url), 'utf8')
    const calledBack = builtWithout()
    expect(calledBack).not.toBe(usual)
    let source = usual
    const host = createServer((asked, answer) => {
      const isScript = asked.url === '/sw.js'
      answer.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html')
      answer.setHeader('X-Content-Type-Options', 'nosniff')
      answer.end(isScript ? source : '<!doctype html><title>page</title>')
    })
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve))
    const { port } = host.address() as { port: number }
    const registrations = `navigator.serviceWorker.getRegistrations().then((all) => all.length)`
    await phone.open(`http://localhost:${port}/`)
    await phone.look(`navigator.serviceWorker.register('/sw.js').then(() => 1)`)
    await until(phone, `navigator.serviceWorker.controller`)
    await expect.poll(() => phone.look(`caches.match('/').then(Boolean)`)).toBe(true)
    source = calledBack
    await phone.look(
      `navigator.serviceWorker.register('/sw.js').then((one) => one.update()).then(() => 1)`,
    )
    await expect.poll(() => phone.look(registrations)).toBe(0)
    await expect.poll(() => phone.look(`caches.keys()`)).toEqual([])
    host.close()
    host.closeAllConnections()
  })

  test('the desk never brings one', async () => {
    const other = await takePhone(browser)
    const page = await other.newPage()
    await page.goto(`${site.origin}/desk`)
    await page.waitForTimeout(300)
    expect(
      await page.evaluate(`navigator.serviceWorker.getRegistrations().then((all) => all.length)`),
    ).toBe(0)
    await other.close()
  })
})

describe.skipIf(noBrowser)("behind a volunteer's link", { timeout: 60_000 }, () => {
  test('both questionnaires open without a network, although nobody has been there', async () => {
    const site = await openAccessibleSite()
    const browser = await openBrowser()
    const context = await takePhone(browser)
    const phone = phoneOf(await context.newPage())
    const start = `${site.origin}/a/${site.volunteer}`
    await phone.open(start)
    await until(phone, `navigator.serviceWorker.controller`)
    const doors = await phone.look<string[]>(
      `[...document.querySelectorAll('.doorway a')].map((door) => door.href)`,
    )
    expect(doors).toHaveLength(2)
    for (const door of doors)
      await expect
        .poll(() => phone.look(`caches.match('${door}').then(Boolean)`), { timeout: 9_000 })
        .toBe(true)
    const isKept = `caches.keys()
      .then((names) => Promise.all(names.map(async (name) => (await caches.open(name)).keys())))
      .then((lists) => lists.flat().some(({ url }) => /child.step=questions/.test(url)))`
    await expect.poll(() => phone.look(isKept), { timeout: 9_000 }).toBe(true)
    // What a browser calls offline still lets a service worker through; a server that is gone does not.
    await site.stop()
    for (const door of doors) {
      await phone.open(start)
      await phone.tap(
        `[...document.querySelectorAll('.doorway a')].find((one) => one.href === '${door}')`,
      )
      await until(phone, `document.querySelector('main form, main .equal')`)
    }
    // The guardian's page was fetched anew since, and its yes with it: the pages behind are found all the same.
    await phone.look(`(() => {
      const agree = document.querySelector('main .equal a')
      agree.href = agree.href.replace(/yes=[^&]*/, 'yes=another')
    })()`)
    await phone.tap(`document.querySelector('main .equal a')`)
    await until(phone, `location.search.includes('step=child')`)
    await phone.tap(`document.querySelector('main .equal a')`)
    await until(phone, `document.querySelector('#form [name=K1]')`)
    await browser.close()
  })
})
