import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openAccessibleSite } from './accessible-site.ts'
import { faultsByAxe } from './axe.ts'
import { noBrowser, openBrowser, takePhone } from './browser.ts'
import { large, measuredFaults, sidewaysFaults, standard } from './measured.ts'
import { neighboursAnswer } from './neighbours.ts'
import type { Site } from './site.ts'
import { watch } from './watch.ts'

const pages: Record<string, string> = {
  forest: '/',
  cover: '/m/HC2A',
  'unknown mailbox': '/m/NOBOX',
  'adult questions': '/c/huicheng/adult?m=HC2A',
  "guardian's notice": '/c/huicheng/child?m=HC2A',
  "child's assent": '/c/huicheng/child?m=HC2A&step=child',
  'child questions': '/c/huicheng/child?m=HC2A&step=questions',
  declined: '/c/huicheng/child?m=HC2A&step=declined',
  'every kind of question': '/c/garden/adult',
  "what a guardian's yes is asked for": '/c/garden/child',
  'drawing and pictures': '/c/garden/child?step=questions&grant=G0',
  results: '/c/huicheng/results',
  'look-up': '/r',
  'unknown receipt': '/r/0000-0000-0000-0000-0000',
  receipt: '/r/RECEIPT?new=1',
  'own response': '/r/RECEIPT',
  correction: '/r/RECEIPT/correction',
  deletion: '/r/RECEIPT/deletion',
  'leaving a way to be reached': '/contact/huicheng',
  deleted: '/r/DELETED',
  'a way to be reached': '/contact/huicheng',
  outbox: '/outbox',
  'accessibility statement': '/accessibility',
  'no such page': '/nowhere',
}
const printings = ['', 'mode=elder']
const languages = ['lang=zh', 'lang=en']

describe.skipIf(noBrowser)('anyone can read and use', { timeout: 60_000 }, () => {
  let site: Site
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let faults: string[]
  const codes = { RECEIPT: '', DELETED: '' }

  beforeAll(async () => {
    site = await openAccessibleSite()
    browser = await openBrowser()
    context = await takePhone(browser)
    faults = watch(context, site.origin)
    page = await context.newPage()
    const [kept = '', gone = ''] = await neighboursAnswer(site.origin, 'adult', 2)
    Object.assign(codes, { RECEIPT: kept, DELETED: gone })
    await page.goto(`${site.origin}/r/${gone}/deletion`)
    await page.click('main form button')
    await page.waitForURL(/\/r\/[^/]+$/)
  })
  afterAll(async () => {
    await browser?.close()
    await site?.stop()
  })

  const address = (path: string, ...more: string[]) => {
    const told = path.replace(/RECEIPT|DELETED/, (name) => codes[name as keyof typeof codes])
    const query = more.filter(Boolean).join('&')
    return `${site.origin}${told}${told.includes('?') ? '&' : '?'}${query}`
  }

  const visits = Object.entries(pages).flatMap(([name, path]) =>
    printings.map((print) => ({ name, path, print })),
  )

  test.each(visits)('$name $print', async ({ path, print }) => {
    const found: string[] = []
    for (const language of languages) {
      await page.goto(address(path, language, print))
      await openEverything(page)
      found.push(...(await faultsByAxe(page)))
      const least = print ? large : standard
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme })
        // Of all that axe looks at, the dark changes the colours only, and the language none of them.
        if (colorScheme === 'dark' && language === 'lang=zh') {
          found.push(...(await faultsByAxe(page, ['color-contrast'])))
        }
        const measured = await measuredFaults(page, least)
        found.push(...measured.map((fault) => `${colorScheme} ${language} ${fault}`))
      }
    }
    found.push(...(await sidewaysFaults(page)))
    expect([...new Set(found)]).toEqual([])
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
      await sheet.click('button.go')
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
    expect(found).toEqual([])
    await plain.close()
  })

  test('none of them asked another host, broke its own policy or complained', () => {
    expect(faults).toEqual([])
  })
})

/** Every step of a questionnaire at once, so that all of it is looked at. */
async function openEverything(page: Page) {
  await page.evaluate(() => {
    for (const step of document.querySelectorAll('.away, .later')) {
      step.classList.remove('away', 'later')
    }
    for (const folded of document.querySelectorAll('details')) folded.open = true
  })
}
