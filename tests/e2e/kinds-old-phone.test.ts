import type { Browser } from 'puppeteer-core/lib/cjs/puppeteer/common/Browser.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Answer } from '../../surveys/engine/answers.ts'
import { walkOn } from '../walk-to.ts'
import { noBrowser } from './browser.ts'
import { openOldPhone } from './chromium86.ts'
import { openGardenSite } from './garden-site.ts'
import { oldPhoneOf } from './phone.ts'
import { goOnUntil, post } from './resident.ts'
import type { Site } from './site.ts'
import { storedResponses } from './stored.ts'

describe.skipIf(noBrowser)('on an old phone (Chromium 86)', { timeout: 40_000 }, () => {
  let site: Site
  let browser: Browser

  beforeAll(async () => {
    site = await openGardenSite()
    browser = await openOldPhone()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.stop()
  })

  const open = async (path: string) => {
    const page = await (await browser.createIncognitoBrowserContext()).newPage()
    const complaints: string[] = []
    page.on('pageerror', (error: Error) => complaints.push(error.message))
    await page.setExtraHTTPHeaders({ 'Accept-Language': 'zh-CN,zh;q=0.9' })
    const phone = oldPhoneOf(page)
    await phone.open(site.origin + (await walkOn(site.origin, path)))
    return { page, phone, complaints }
  }
  const newest = async () => (await storedResponses(site)).at(-1)?.answers as Record<string, Answer>

  test('things are put in order, given stickers and pinned on a plan', async () => {
    const { phone, complaints } = await open('/c/garden/adult')
    const tap = async (selector: string) => {
      await goOnUntil(phone, `document.querySelector('${selector}')`)
      await phone.tap(`document.querySelector('${selector}')`)
    }
    await tap('#agree')
    await tap('.tap[aria-label="遮阴的树"]')
    await tap('.tap[aria-label="能坐的长椅"]')
    await tap('[aria-label="往前一位 能坐的长椅"]')
    for (let i = 0; i < 3; i++) await tap('[aria-label^="给「装灯」"]')
    await tap('[aria-label^="从「装灯」"]')
    await tap('.plan')
    await tap('[aria-label="往右"]')
    await tap('.steer .plain')
    await post(phone)
    expect(await newest()).toMatchObject({ P2: ['seats', 'shade'], P3: { lamps: 2 } })
    expect((await newest()).P4).toHaveLength(2)
    expect(complaints).toEqual([])
  })

  test('a child draws', async () => {
    const { page, phone, complaints } = await open('/c/garden/child?step=questions&grant=G0')
    await goOnUntil(phone, `document.querySelector('.sheet')`)
    const box = await (await page.$('.sheet'))?.boundingBox()
    await page.mouse.move((box?.x ?? 0) + 30, (box?.y ?? 0) + 30)
    await page.mouse.down()
    await page.mouse.move((box?.x ?? 0) + 150, (box?.y ?? 0) + 90, { steps: 6 })
    await page.mouse.up()
    await post(phone)
    expect((await newest()).G4).toHaveLength(1)
    expect(complaints).toEqual([])
  })
})
