import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { walkOn } from '../walk-to.ts'
import { type AccessibleSite, openAccessibleSite } from './accessible-site.ts'
import { faultsByAxe } from './axe.ts'
import { noBrowser, openBrowser, takePhone } from './browser.ts'
import { large, measuredFaults, sidewaysFaults, standard } from './measured.ts'
import { neighboursAnswer } from './neighbours.ts'
import { submit } from './schedules/tab.ts'
import { watch } from './watch.ts'

const pages: Record<string, string> = {
  forest: '/',
  cover: '/m/HC2A',
  'a mailbox that was taken down': '/m/HC5A',
  'unknown mailbox': '/m/NOBOX',
  'adult questions': '/c/huicheng/adult?m=HC2A',
  "guardian's notice": '/c/huicheng/child?m=HC2A',
  "child's assent": '/c/huicheng/child?m=HC2A&step=child',
  'child questions': '/c/huicheng/child?m=HC2A&step=questions',
  declined: '/c/huicheng/child?m=HC2A&step=declined',
  'every kind of question': '/c/garden/adult',
  "what a guardian's yes is asked for": '/c/garden/child',
  'drawing and pictures': '/c/garden/child?step=questions&grant=G0',
  'a consultation that is over': '/c/over/adult',
  results: '/c/huicheng/results',
  'look-up': '/r',
  'unknown receipt': '/r/0000-0000-0000-0000-0000',
  receipt: '/r/RECEIPT?new=1',
  'own response': '/r/RECEIPT',
  correction: '/r/RECEIPT/correction',
  deletion: '/r/RECEIPT/deletion',
  deleted: '/r/DELETED',
  "child's receipt": '/r/CHILD?new=1',
  "child's own response": '/r/CHILD',
  "child's correction": '/r/CHILD/correction',
  'leaving a way to be reached': '/contact/huicheng',
  'a way to be reached, kept': '/contact/huicheng/kept/CONTACT',
  "a volunteer's link": '/a/VOLUNTEER',
  'asked by a volunteer': '/c/huicheng/adult?a=VOLUNTEER',
  'a device in a hall': '/a/HALL',
  'a child answering in a hall': '/c/garden/child?step=questions&a=HALL',
  'a child answering for a volunteer': '/c/huicheng/child?step=questions&a=VOLUNTEER',
  'answering in a hall': '/c/huicheng/adult?a=HALL',
  'a receipt in a hall': '/r/posted?a=HALL',
  'a receipt put away in a hall': '/r/posted?away=1&a=HALL',
  'a volunteer’s link after the end': '/a/LATER',
  'looking up a receipt in a hall': '/r?a=HALL',
  outbox: '/outbox',
  'accessibility statement': '/accessibility',
  'no such page': '/nowhere',
}
const printings = ['', 'mode=elder']
/** Questionnaires in both languages and both prints; other pages plainly in one, as large as can be in the other. */
const languagesOf = (path: string, print: string) => {
  if (/^\/c\//.test(path)) return ['lang=zh', 'lang=en&size=30']
  return print ? ['lang=en&size=30'] : ['lang=zh']
}

describe.skipIf(noBrowser)('anyone can read and use', { timeout: 60_000 }, () => {
  let site: AccessibleSite
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let faults: string[]
  const codes: Record<string, string> = {}

  beforeAll(async () => {
    site = await openAccessibleSite()
    browser = await openBrowser()
    context = await takePhone(browser)
    faults = watch(context, site.origin)
    page = await context.newPage()
    const [kept = '', gone = ''] = await neighboursAnswer(site.origin, 'adult', 2)
    const [child = ''] = await neighboursAnswer(site.origin, 'child', 1)
    const contact = await contactLeft(site.origin)
    Object.assign(codes, { RECEIPT: kept, DELETED: gone, CHILD: child, CONTACT: contact })
    Object.assign(codes, { VOLUNTEER: site.volunteer, HALL: site.hall, LATER: site.later })
    await page.goto(`${site.origin}/r/${gone}/deletion`)
    await page.click('main form button')
    await page.waitForURL(/\/r\/[^/]+$/)
  })
  afterAll(async () => {
    await browser?.close()
    await site?.stop()
  })

  const address = (path: string, ...more: string[]) => {
    const told = path.replace(/[A-Z]{4,}$|[A-Z]{4,}(?=[/?])/g, (name) => codes[name] ?? name)
    const query = more.filter(Boolean).join('&')
    return `${site.origin}${told}${told.includes('?') ? '&' : '?'}${query}`
  }

  const walked = async (there: string) =>
    site.origin + (await walkOn(site.origin, there.replace(site.origin, '')))

  const visits = Object.entries(pages).flatMap(([name, path]) =>
    printings.map((print) => ({ name, path, print })),
  )

  test.each(visits)('$name $print', async ({ path, print }) => {
    const found: string[] = []
    const isCarried = path === pages['a receipt in a hall']
    const posted = { name: 'posted', value: codes.RECEIPT ?? '', url: site.origin }
    await context.clearCookies()
    await context.addCookies(isCarried ? [posted] : [])
    for (const language of languagesOf(path, print)) {
      await page.goto(await walked(address(path, language, print)))
      await openEverything(page)
      found.push(...(await faultsByAxe(page)))
      const least = print ? large : standard
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme })
        // Of all that axe looks at, the dark changes the colours only, and the language none of them.
        if (colorScheme === 'dark' && language === languagesOf(path, print)[0]) {
          found.push(...(await faultsByAxe(page, ['color-contrast'])))
        }
        const measured = await measuredFaults(page, least)
        found.push(...measured.map((fault) => `${colorScheme} ${language} ${fault}`))
      }
    }
    found.push(...(await sidewaysFaults(page)))
    // A tab that stood in a hall finds its way back there.
    await page.evaluate(() => sessionStorage.clear())
    expect([...new Set(found)]).toEqual([])
  })

  test('the box to tick stays beside its words when it is asked for once more', async () => {
    for (const print of ['', 'mode=elder&size=30']) {
      await page.goto(address('/c/garden/adult', print))
      await page.click('#form .steps button:visible')
      await page.waitForSelector('#agree .bad')
      const [box, frame] = await Promise.all([
        page.locator('#agree input').boundingBox(),
        page.locator('#agree span').boundingBox(),
      ])
      if (!box || !frame) throw new Error('nothing to tick')
      expect(box.y).toBeGreaterThan(frame.y)
      expect(box.y + box.height).toBeLessThan(frame.y + frame.height)
    }
  })

  test('the largest print, and a form sent back, without the page script', async () => {
    const plain = await takePhone(browser)
    await plain.route('**/*.js', (route) => route.abort())
    const sheet = await plain.newPage()
    const found: string[] = []
    for (const print of ['', 'mode=elder&size=30']) {
      await sheet.goto(address('/c/huicheng/adult?m=HC2A', print))
      await sheet.check('#agree input', { force: true })
      for (const id of ['seats', 'parking', 'safety', 'care', 'noise']) {
        await sheet.check(`input[name=Q6][value=${id}]`, { force: true })
      }
      await sheet.click('#form [type=submit]')
      await sheet.waitForSelector('#summary')
      expect(await sheet.locator('input[name=Q6]:checked').count()).toBe(5)
      // The way back keeps the print.
      expect(await sheet.evaluate('document.documentElement.className')).toBe(print && 'elder s30')
      found.push(...(await faultsByAxe(sheet)))
      found.push(...(await measuredFaults(sheet, print ? large : standard)))
      await sheet.click('#summary a')
      expect(new URL(sheet.url()).hash).toBe('#Q6')
      found.push(...(await sidewaysFaults(sheet)))
    }
    // The browser's own words stand in the field for a photo, and they are long.
    for (const size of [17, 20, 24, 30]) {
      await sheet.goto(address('/c/garden/adult', `mode=elder&size=${size}`))
      found.push(...(await measuredFaults(sheet, large)))
      found.push(...(await sidewaysFaults(sheet)))
    }
    expect(found).toEqual([])
    await plain.close()
  })

  test('a form to be reached by that came back, and a letter that has not arrived', async () => {
    const phone = await takePhone(browser, { serviceWorkers: 'block' })
    const sheet = await phone.newPage()
    const found: string[] = []
    const look = async (least: typeof standard) => {
      found.push(...(await faultsByAxe(sheet)), ...(await measuredFaults(sheet, least)))
      found.push(...(await sidewaysFaults(sheet)))
    }
    const told = (where: string) =>
      expect.poll(() => sheet.locator(`${where} .told`).count(), { timeout: 15_000 }).not.toBe(0)
    for (const print of printings) {
      const least = print ? large : standard
      await sheet.goto(address('/contact/huicheng', print))
      await sheet.evaluate(() => document.querySelector<HTMLFormElement>('main form')?.submit())
      await sheet.waitForSelector('[aria-invalid=true], .bad')
      await look(least)
      await sheet.goto(address('/c/huicheng/adult?m=HC2A', print))
      await phone.route('**/api/**', (route) => route.abort())
      await submit(sheet, '路灯再亮一点')
      await told('#outbox')
      await look(least)
      await sheet.goto(address('/outbox', print))
      await told('#letters')
      await openEverything(sheet)
      await look(least)
      await phone.unroute('**/api/**')
    }
    expect([...new Set(found)]).toEqual([])
    await phone.close()
  })

  test('none of them asked another host, broke its own policy or complained', () => {
    expect(faults).toEqual([])
  })
})

/** Somebody leaves a telephone number; resolves with the code that takes it back. */
async function contactLeft(origin: string): Promise<string> {
  const form = await (await fetch(`${origin}/contact/huicheng`)).text()
  const [, purpose = ''] = /name="purposes"[^>]* value="(\w+)"/.exec(form) ?? []
  const body = new URLSearchParams({
    ...{ name: '王阿姨', reach: '021-6400 0000', purposes: purpose, agree: 'yes' },
  })
  const kept = await fetch(`${origin}/contact/huicheng`, {
    method: 'POST',
    body,
    redirect: 'manual',
  })
  const [, code = ''] = /kept\/([\w-]+)/.exec(kept.headers.get('location') ?? '') ?? []
  if (!code) throw new Error(`no contact was kept: ${kept.status}`)
  return code
}

/** Every step of a questionnaire at once, with what follows from a yes, so that all of it is looked at. */
async function openEverything(page: Page) {
  await page.evaluate(() => {
    for (const yes of document.querySelectorAll<HTMLInputElement>('#form [value=yes]')) yes.click()
    for (const step of document.querySelectorAll('.away, .later')) {
      step.classList.remove('away', 'later')
    }
    for (const asked of document.querySelectorAll<HTMLElement>('#anew form')) asked.hidden = false
    for (const folded of document.querySelectorAll('details')) folded.open = true
  })
}
