import { randomUUID } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Answer, Pin } from '../../surveys/engine/answers.ts'
import { cameraJpegOf, canary, jpegOf, withTraces } from '../server/files/pictures.ts'
import { walkOn } from '../walk-to.ts'
import { noBrowser, openBrowser, takePhone } from './browser.ts'
import { keptPhotos, openGardenSite } from './garden-site.ts'
import type { Site } from './site.ts'
import { storedResponses } from './stored.ts'
import { watch } from './watch.ts'

const wanted = {
  P1: 'bench',
  P2: ['shade', 'seats'],
  P3: { plants: 2, lamps: 1 },
  P5: '2027-04-10',
  P6: 'yes',
}

describe.skipIf(noBrowser)('every kind of question can be answered', { timeout: 60_000 }, () => {
  let site: Site
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let faults: string[]
  let photo: string
  let large: string
  let enormous: string

  beforeAll(async () => {
    site = await openGardenSite()
    browser = await openBrowser()
    photo = join(mkdtempSync(join(tmpdir(), 'photo-')), 'garden.jpg')
    writeFileSync(photo, withTraces(await jpegOf(2400, 1200)))
    large = photo.replace('garden', 'large')
    const taken = withTraces(await cameraJpegOf(3264, 2448))
    writeFileSync(large, taken)
    enormous = photo.replace('garden', 'enormous')
    writeFileSync(enormous, Buffer.concat([taken.subarray(0, 5000), Buffer.alloc(30_000_000, 7)]))
  })
  afterAll(async () => {
    await browser?.close()
    await site?.stop()
  })
  const open = async (script: boolean, path = '/c/garden/adult') => {
    // What a test cuts off must not be answered by a service worker.
    context = await takePhone(browser, { javaScriptEnabled: script, serviceWorkers: 'block' })
    faults = watch(context, site.origin)
    page = await context.newPage()
    await page.goto(site.origin + (await walkOn(site.origin, path)))
  }
  afterEach(async () => {
    expect(faults).toEqual([])
    await context.close()
  })

  const next = async () => {
    const before = page.url()
    await page.click('button.go:visible')
    await page.waitForURL((address) => address.href !== before)
    // The step is drawn after its address has changed.
    await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))')
  }
  const send = () => page.click('[type=submit]')
  const posted = () => page.waitForURL(/\/r\/[0-9A-Z-]+\?new=1/)
  const newest = async () => (await storedResponses(site)).at(-1)?.answers as Record<string, Answer>

  describe('with a finger', () => {
    beforeEach(async () => {
      await open(true)
      await page.click('#agree')
      await next()
    })

    test('tapped in order, given out, pinned, dated, photographed', async () => {
      await page.click('#P1 label:has([value=bench])')
      for (const name of ['晚上的灯', '遮阴的树', '能坐的长椅']) await page.click(rank(name))
      // Tapped once more it is taken out, and the others move up.
      await page.click(rank('晚上的灯'))
      for (const name of ['种花种树', '种花种树', '装灯'])
        await page.click(`[aria-label^="给「${name}」"]`)
      expect(await page.textContent('.rest')).toBe('还剩 7 个贴纸')
      await next()
      await page.click('.plan', { position: { x: 40, y: 60 } })
      await page.selectOption('[name="P4.1~category"]', 'sit')
      await page.fill('[name="P4.1~comment"]', '有树荫')
      await page.click('.plan', { position: { x: 200, y: 120 } })
      await page.fill('[name=P5]', '2027-04-10')
      await page.click('#P6 label:has([value=yes])')
      await page.setInputFiles('.photo label:has-text("从相册选") input', photo)
      await page.waitForSelector('.photo img:visible')
      await send()
      await posted()
      const { P4, P7, ...rest } = await newest()
      expect(rest).toEqual(wanted)
      const [first, second] = P4 as Pin[]
      expect(first).toMatchObject({ category: 'sit', comment: '有树荫' })
      expect(first?.x).toBeCloseTo(40 / 320, 1)
      expect(second?.x).toBeCloseTo(200 / 320, 1)
      expect(P7).toMatch(/^[0-9a-f-]{36}$/)
      await expect.poll(() => keptPhotos(site).length).toBe(1)
      expect(keptPhotos(site)[0]?.includes(canary)).toBe(false)
    })

    test('a place is moved up, down, and dragged', async () => {
      for (const name of ['能坐的长椅', '晚上的灯', '遮阴的树']) await page.click(rank(name))
      await page.click('[aria-label="往前一位 遮阴的树"]')
      expect(await order()).toEqual(['能坐的长椅', '遮阴的树', '晚上的灯'])
      await page.click('[aria-label="往后一位 能坐的长椅"]')
      expect(await order()).toEqual(['遮阴的树', '能坐的长椅', '晚上的灯'])
      const [top, low] = await Promise.all(
        [1, 3].map((n) => page.locator(`.rank li:nth-child(${n}) .grip`).boundingBox()),
      )
      await page.mouse.move((low?.x ?? 0) + 10, (low?.y ?? 0) + 10)
      await page.mouse.down()
      await page.mouse.move((top?.x ?? 0) + 10, (top?.y ?? 0) + 10, { steps: 8 })
      await page.mouse.up()
      expect(await order()).toEqual(['晚上的灯', '遮阴的树', '能坐的长椅'])
    })

    test('no more stickers are given than there are, however they are given', async () => {
      await page.fill('[name="P3.plants"]', '8')
      await page.fill('[name="P3.lamps"]', '5')
      await page.press('[name="P3.lamps"]', 'Tab')
      expect(await page.inputValue('[name="P3.lamps"]')).toBe('2')
      expect(await page.textContent('.rest')).toBe('刚才那一样只够放 2 个，一共就这么多')
      await page.focus('[aria-label^="给「装灯」"]')
      await page.keyboard.press('Enter')
      expect(await page.inputValue('[name="P3.lamps"]')).toBe('2')
      expect(await page.textContent('.rest')).toBe('还剩 0 个贴纸')
    })

    test('where a number of stickers cannot be read, the way leads to that very row', async () => {
      await page.fill('[name="P3.lamps"]', '两')
      await page.click('button.go:visible')
      await page.waitForSelector('#P3 .bad')
      expect(await page.evaluate('document.activeElement.name')).toBe('P3.lamps')
    })

    test('a fourth pin is not set in silence, and one that is taken away makes room', async () => {
      await next()
      for (const x of [40, 90, 140, 190]) await page.click('.plan', { position: { x, y: 90 } })
      expect(await page.locator('.pins li:visible').count()).toBe(3)
      expect(await page.textContent('.pins + [role=status]')).toContain('点都放完了')
      await page.click('[aria-label="拿走 2"]')
      expect(await page.locator('.pins li:visible').count()).toBe(2)
      expect(await page.evaluate('document.activeElement.className')).toBe('plan')
    })

    test('what was begun is drawn again after the page was closed', async () => {
      for (const name of ['遮阴的树', '能坐的长椅']) await page.click(rank(name))
      await page.click('[aria-label^="给「装灯」"]')
      await next()
      await page.click('.plan', { position: { x: 40, y: 60 } })
      await page.waitForTimeout(500)
      await page.goto(`${site.origin}/c/garden/adult`)
      await page.click('text=接着填')
      await page.click('#agree')
      await next()
      expect(await order()).toEqual(['遮阴的树', '能坐的长椅'])
      expect(await page.textContent('.rest')).toBe('还剩 9 个贴纸')
      await next()
      await page.waitForSelector('.dot:visible')
      expect(await page.locator('.dot:visible').count()).toBe(1)
    })

    test('a letter that waits for a signal can be read again in words', async () => {
      for (const name of ['遮阴的树', '能坐的长椅']) await page.click(rank(name))
      await page.click('[aria-label^="给「装灯」"]')
      await next()
      await page.click('.plan', { position: { x: 40, y: 60 } })
      await context.route('**/api/**', (route) => route.abort('internetdisconnected'))
      await send()
      await page.click('text=都在这里')
      const said = await page.textContent('.said')
      expect(said).toContain('后有哪样？ 遮阴的树 能坐的长椅')
      expect(said).toContain('怎么分？ 装灯 1')
      expect(said).toMatch(/点一点： 1 [A-H][1-6]/)
    })

    test('an empty letter is posted only when that is asked for twice', async () => {
      await next()
      await send()
      await page.waitForSelector('text=还一题都没有答')
      await send()
      await posted()
      expect(await newest()).toEqual({})
    })
  })

  test('with nothing but a keyboard', async () => {
    await open(true)
    const press = (...keys: string[]) =>
      keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())
    const tabTo = async (selector: string) => {
      for (let i = 0; i < 60; i++) {
        if (await page.evaluate((s) => document.activeElement?.matches(s), selector)) return
        await press('Tab')
      }
      throw new Error(`the keyboard does not come to ${selector}`)
    }
    await tabTo('[name=agree]')
    await press('Space')
    await tabTo('button.go')
    await press('Enter')
    await page.waitForSelector('#P1:visible')
    await tabTo('[name=P1]')
    await press('Space')
    while ((await page.inputValue('[name=P1]:checked')) !== 'bench') await press('ArrowDown')
    await tabTo('.tap[aria-label="能坐的长椅"]')
    await press('Enter')
    await tabTo('.tap[aria-label="遮阴的树"]')
    await press('Enter')
    await tabTo('[aria-label="往前一位 遮阴的树"]')
    await press('Enter', 'Enter')
    expect(await order()).toEqual(['遮阴的树', '能坐的长椅'])
    await tabTo('[aria-label^="给「种花种树」"]')
    await press('Enter', 'Enter')
    await tabTo('[aria-label^="给「装灯」"]')
    await press('Enter')
    await tabTo('button.go')
    await press('Enter')
    await page.waitForSelector('#P4:visible')
    await tabTo('.plan')
    await press('ArrowRight', 'ArrowRight', 'Shift+ArrowDown', 'Enter')
    await tabTo('[aria-label="往左"]')
    await press('Enter')
    await tabTo('.steer .plain')
    await press('Enter')
    await tabTo('[name=P6]')
    await press('Space')
    await page.fill('[name=P5]', '2027-04-10')
    await tabTo('[type=submit]')
    await press('Enter')
    await posted()
    const { P4, ...rest } = await newest()
    expect(rest).toEqual(wanted)
    expect(P4).toEqual([
      { x: 0.54, y: 0.6 },
      { x: 0.49, y: 0.6 },
    ])
  })

  test('without the script, by lists and numbers', async () => {
    await open(false)
    await page.check('[name=agree]')
    await page.check('[name=P1][value=bench]')
    await page.selectOption('[name="P2.seats"]', '1')
    await page.selectOption('[name="P2.shade"]', '1')
    await page.fill('[name="P3.plants"]', '2')
    await page.fill('[name="P3.lamps"]', '九')
    await page.fill('[name="P4.2~comment"]', '有树荫')
    await page.fill('[name=P5]', '2027-04-10')
    await page.check('[name=P6][value=yes]')
    await page.setInputFiles('[name="P7~file"]', photo)
    await page.click('[type=submit]')
    expect(await page.textContent('#summary')).toContain('有 3 处要看一看')
    expect(await page.textContent('#P2')).toContain('有两项排在同一位')
    expect(await page.textContent('#P3')).toContain('没有看懂')
    expect(await page.textContent('#P4')).toContain('还没有放到图上')
    await page.selectOption('[name="P2.seats"]', '2')
    expect(await page.inputValue('[name="P3.lamps"]')).toBe('九')
    await page.fill('[name="P3.lamps"]', '1')
    expect(await page.inputValue('[name="P4.1~comment"]')).toBe('有树荫')
    await page.selectOption('[name="P4.1"]', 'C4')
    await page.setInputFiles('[name="P7~file"]', photo)
    const before = keptPhotos(site).length
    await page.click('[type=submit]')
    await posted()
    const { P4, P7, ...rest } = await newest()
    expect(rest).toEqual(wanted)
    expect(P4).toEqual([{ x: 0.313, y: 0.583, comment: '有树荫' }])
    expect(P7).toMatch(/^[0-9a-f-]{36}$/)
    expect(keptPhotos(site)).toHaveLength(before + 1)
    expect(keptPhotos(site).some((bytes) => bytes.includes(canary))).toBe(false)
  })

  test.each([true, false])(
    'a correction changes what is changed, and nothing else (page script: %s)',
    async (script) => {
      const answers = { ...wanted, P4: [{ x: 0.123, y: 0.456, category: 'plant' }], P8: '谢谢' }
      const receipt = await sentThroughTheDoor(answers)
      await open(script, `/r/${receipt}/correction`)
      await page.fill('[name="P3.lamps"]', '3')
      if (script) {
        await page.click('[aria-label="往前一位 能坐的长椅"]')
        await next()
      } else {
        await page.selectOption('[name="P2.seats"]', '1')
        await page.selectOption('[name="P2.shade"]', '2')
      }
      await send()
      await page.waitForSelector('text=修改已保存')
      const changed = { P2: ['seats', 'shade'], P3: { plants: 2, lamps: 3 } }
      expect(await newest()).toEqual({ ...answers, ...changed })
      expect(await page.locator('.answers .plan .over path').count()).toBe(1)
      expect(await page.textContent('.answers')).toContain('1. A3 想在这里种')
      expect(await page.textContent('.answers')).toContain('2027年4月10日')
    },
  )

  test.each([true, false])(
    'a photo as large as phones make them, in a correction, tells nothing of its place (page script: %s)',
    async (script) => {
      const receipt = await sentThroughTheDoor(wanted)
      await open(script, `/r/${receipt}/correction`)
      if (script) {
        await next()
        await page.setInputFiles('.photo label:has-text("从相册选") input', large)
        await page.waitForSelector('.photo img:visible')
        const leaving = await photoInForm()
        expect(leaving.length).toBeGreaterThan(10_000)
        expect(leaving.length).toBeLessThan(1_500_000)
        expect(leaving.includes(canary) || leaving.includes('Exif')).toBe(false)
      } else {
        await page.setInputFiles('[name="P7~file"]', large)
      }
      const before = keptPhotos(site).length
      await send()
      await page.waitForSelector('text=修改已保存', { timeout: 50_000 })
      expect((await newest()).P7).toMatch(/^[0-9a-f-]{36}$/)
      const kept = keptPhotos(site)
      expect(kept).toHaveLength(before + 1)
      expect(kept.some((bytes) => bytes.includes('Exif') || bytes.includes(canary))).toBe(false)
    },
  )

  test('a photo chosen in a correction is there again after the page was closed', async () => {
    const receipt = await sentThroughTheDoor(wanted)
    await open(true, `/r/${receipt}/correction`)
    await next()
    await page.setInputFiles('.photo label:has-text("从相册选") input', photo)
    await page.waitForSelector('.photo img:visible')
    const chosen = await photoInForm()
    await page.goto(`${site.origin}/`)
    await page.goto(`${site.origin}/r/${receipt}/correction`)
    await page.click('text=接着改')
    await page.waitForSelector('.photo img:visible')
    expect(await photoInForm()).toBe(chosen)
    const before = keptPhotos(site).length
    await send()
    await page.waitForSelector('text=修改已保存')
    expect((await newest()).P7).toMatch(/^[0-9a-f-]{36}$/)
    expect(keptPhotos(site)).toHaveLength(before + 1)
  })

  test('a photo comes along into larger print, another language and back', async () => {
    await open(true)
    await page.click('#agree')
    await next()
    await next()
    await page.click('#P6 label:has([value=yes])')
    await page.setInputFiles('.photo label:has-text("从相册选") input', photo)
    await page.waitForSelector('.photo img:visible')
    const id = await page.inputValue('[name=P7]')
    for (const [way, address] of [
      ['.switches a.mode', /mode=elder/],
      ['.switches a[lang=en]', /lang=en/],
      ['.switches a.mode', /\?lang=en$/],
      ['.switches a[lang=zh-CN]', /lang=zh/],
    ] as const) {
      await page.click(way)
      await page.waitForURL((url) => address.test(url.pathname + url.search))
      await page.waitForSelector('.photo img:visible')
      expect(await page.inputValue('[name=P7]')).toBe(id)
      expect(await page.locator('.again').count()).toBe(0)
    }
    expect(await page.evaluate('sessionStorage.carried')).toBeUndefined()
    const before = keptPhotos(site).length
    await send()
    await posted()
    expect((await newest()).P7).toBe(id)
    await expect.poll(() => keptPhotos(site).length).toBe(before + 1)
  })

  test.each([
    ['/c/garden/adult', '照片没能留在这一页上，请再选一次', '从相册选'],
    ['/c/garden/adult?lang=en', 'The photo could not stay on this page', 'From the album'],
  ])('a photo that finds no room on the way is asked for anew (%s)', async (path, words, album) => {
    await open(true, path)
    await page.click('#agree')
    await next()
    await page.fill('[name="P3.lamps"]', '3')
    await next()
    await page.click('#P6 label:has([value=yes])')
    const choose = () => page.setInputFiles(`.photo label:has-text("${album}") input`, photo)
    await choose()
    await page.waitForSelector('.photo img:visible')
    await page.evaluate(`(() => {
      const photo = document.querySelector('[data-jpeg]').dataset.jpeg.length
      for (let n = 0; ; n++) {
        try {
          sessionStorage.setItem('full' + n, 'x'.repeat(photo / 2))
        } catch {
          return
        }
      }
    })()`)
    await page.click('.switches a.mode')
    await page.waitForURL(/mode=elder/)
    await page.waitForSelector('.again:visible')
    expect(await page.textContent('.again')).toContain(words)
    expect(await page.inputValue('[name="P3.lamps"]')).toBe('3')
    await choose()
    await page.waitForSelector('.photo img:visible')
    expect(await page.isVisible('.again')).toBe(false)
  })

  /** What will leave the phone, byte for byte; no file beside it. */
  const photoInForm = (): Promise<string> =>
    page.evaluate(`(() => {
      const form = new FormData(document.getElementById('form'))
      if ([...form.values()].some((value) => typeof value !== 'string')) throw new Error('a file')
      return atob(form.get('P7~file').split(',')[1])
    })()`)

  test('without the script a photo far too large costs nobody their words', async () => {
    await open(false)
    await page.check('[name=agree]')
    await page.check('[name=P6][value=yes]')
    await page.setInputFiles('[name="P7~file"]', enormous)
    await page.fill('[name=P8]', '写了很久的话')
    await page.click('[type=submit]')
    expect(await page.textContent('#P7')).toContain('这张照片收不下')
    expect(await page.inputValue('[name=P8]')).toBe('写了很久的话')
    await page.setInputFiles('[name="P7~file"]', large)
    await page.click('[type=submit]')
    await posted()
    expect(await newest()).toMatchObject({ P8: '写了很久的话', P7: expect.any(String) })
    expect(keptPhotos(site).some((bytes) => bytes.includes(canary))).toBe(false)
  })

  test('without the script a bad photo hides nothing else that is wrong, and is named once', async () => {
    await open(false)
    await page.check('[name=agree]')
    await page.fill('[name=P8]', '很'.repeat(300))
    await page.check('[name=P6][value=yes]')
    await page.setInputFiles('[name="P7~file"]', enormous)
    await page.click('[type=submit]')
    expect(await page.locator('#summary a').count()).toBe(2)
    expect(await page.textContent('#P7')).toContain('这张照片收不下')
    expect(await page.textContent('#P7')).not.toContain('照片没能留在这一页上')
  })

  const sentThroughTheDoor = async (answers: Record<string, Answer>) => {
    const answer = await fetch(`${site.origin}/api/responses/${randomUUID()}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...{ consultation: 'garden', edition: 'adult', version: 1, channel: 'link', answers },
      }),
    })
    return (await answer.json()).receipt as string
  }

  describe('a drawing', () => {
    test('is asked for only where the guardian said yes to just that', async () => {
      await open(true, '/c/garden/child?step=questions')
      expect(await page.locator('#G4').isHidden()).toBe(true)
    })

    test('is drawn with a finger, stroke by stroke, and one is taken back', async () => {
      await open(true, '/c/garden/child')
      await page.check('[name=grant]')
      await page.click('button:has-text("同意")')
      await page.click('a[href*="step=questions"]')
      for (let i = 0; i < 3; i++) await next()
      const box = await page.locator('.sheet').boundingBox()
      const at = (x: number, y: number) => [(box?.x ?? 0) + x, (box?.y ?? 0) + y] as const
      for (const y of [40, 80, 120]) {
        await page.mouse.move(...at(30, y))
        await page.mouse.down()
        await page.mouse.move(...at(150, y + 30), { steps: 6 })
        await page.mouse.up()
      }
      expect(await page.locator('.sheet path').count()).toBe(3)
      await page.click('text=退一笔')
      await next()
      await send()
      await posted()
      const { G0, G4 } = await newest()
      expect(G0).toBe('yes')
      expect(G4).toHaveLength(2)
    })

    test('is wiped only after asking', async () => {
      await open(true, '/c/garden/child?step=questions&grant=G0')
      for (let i = 0; i < 3; i++) await next()
      await page.click('.sheet', { position: { x: 60, y: 60 } })
      await page.click('text=全部擦掉')
      expect(await page.locator('.sheet path').count()).toBe(1)
      await page.click('text=真的全擦掉')
      expect(await page.locator('.sheet path').count()).toBe(0)
    })

    test('can be made on paper where the page cannot draw', async () => {
      await open(false, '/c/garden/child?step=questions&grant=G0')
      expect(await page.textContent('#G4')).toContain('也可以画在纸上')
    })
  })

  const rank = (name: string) => `.rank .tap:has-text("${name}")`
  const order = () => page.locator('.rank .placed .tap').allTextContents()
})
