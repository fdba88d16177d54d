import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { system } from '../../db/audit.ts'
import { openConsultation } from '../../db/consultations.ts'
import { openFile } from '../../db/file.ts'
import { findFile } from '../../db/files.ts'
import { migrateDatabase } from '../../db/migrate.ts'
import { put } from '../server/contract/phone.ts'
import { lane } from '../server/files/lane.ts'
import { jpegOf, withTraces } from '../server/files/pictures.ts'
import { accessibilityFaults } from './axe.ts'
import { noBrowser, openBrowser, takePhone } from './browser.ts'
import { enterDesk } from './desk-door.ts'
import { openSite, type Site } from './site.ts'
import { watch } from './watch.ts'

describe.skipIf(noBrowser)('listening instead of reading, showing instead of writing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'forest-listening-'))
  const database = join(folder, 'forest.db')
  let site: Site
  let browser: Browser
  let desk: Page
  let faults: string[]

  beforeAll(async () => {
    await migrateDatabase(`file:${database}`)
    const store = await openFile(database)
    await openConsultation(store, lane, system(Date.now() - 60_000))
    await store.close()
    site = await openSite(database)
    browser = await openBrowser()
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    faults = watch(context, site.origin)
    desk = await context.newPage()
    await enterDesk(desk, site)
  })
  afterAll(async () => {
    await browser?.close()
    await site?.stop()
    rmSync(folder, { recursive: true })
  })

  const phone = async (prepare?: (context: BrowserContext) => Promise<unknown>) => {
    const context = await takePhone(browser)
    const seen = watch(context, site.origin)
    await prepare?.(context)
    const page = await context.newPage()
    page.setDefaultTimeout(5000)
    await page.goto(`${site.origin}/c/lane/adult`)
    return { page, context, seen }
  }

  test('where nothing can be played there is no button', async () => {
    const { page, context, seen } = await phone()
    expect(await page.locator('.say:visible').count()).toBe(0)
    expect(seen).toEqual([])
    await context.close()
  })

  test('staff put two recordings with a question, on a page that fits the narrowest screen', async () => {
    await desk.goto(`${site.origin}/desk/c/lane/media`)
    for (const locale of ['zh-CN', 'wuu']) {
      await desk.click('#adult-Q1 > summary')
      await desk.selectOption('#adult-Q1-locale', locale)
      const recording = { name: 'q1.wav', mimeType: 'audio/wav', buffer: hum(1.2) }
      await desk.setInputFiles('#adult-Q1-clip', recording)
      await desk.click('#adult-Q1 form[enctype] button[type=submit] >> nth=0')
      await desk.waitForURL(/done=added/)
    }
    expect(await desk.textContent('#adult-Q1 summary')).toContain('上海话')
    await desk.evaluate('document.querySelectorAll("details").forEach((one) => (one.open = true))')
    expect(await accessibilityFaults(desk)).toEqual([])
    await desk.setViewportSize({ width: 320, height: 700 })
    expect(await desk.evaluate('document.documentElement.scrollWidth')).toBe(320)
    await desk.setViewportSize({ width: 1280, height: 900 })
    expect(faults).toEqual([])
  })

  test('staff record a question right on the page, listen to it and put it there', async () => {
    await desk.goto(`${site.origin}/desk/c/lane/media`)
    await desk.evaluate(singing)
    await desk.click('#adult-Q2 > summary')
    await desk.click('#adult-Q2 [data-record] + button')
    await desk.waitForSelector('#adult-Q2 [role=status]:has-text("正在录")')
    await desk.waitForTimeout(700)
    await desk.click('#adult-Q2 [data-record] + button')
    await desk.waitForSelector('#adult-Q2 audio:visible')
    expect(await desk.textContent('#adult-Q2 [role=status]')).toContain('录好了')
    await desk.click('#adult-Q2 form[enctype] button[type=submit] >> nth=0')
    await desk.waitForURL(/done=added#adult-Q2/)
    expect(await desk.textContent('#adult-Q2 summary')).toContain('普通话')
    expect(faults).toEqual([])
  })

  test('a resident chooses the language, listens, sees what is read, and stops it', async () => {
    const { page, context, seen } = await phone()
    // Above the notice, of which there is no recording, no button promises one.
    expect(await page.locator('.say:visible').count()).toBe(0)
    await page.check('[name=agree]')
    await page.click('.steps .go:visible')
    await page.waitForSelector('#Q1 .say')
    expect(await page.locator('.say:visible').count()).toBe(3)
    expect(await page.locator('.aloud option').allTextContents()).toEqual(['普通话', '上海话'])
    await page.selectOption('.aloud select', 'wuu')
    const sound = page.waitForResponse(/\/f\//)
    await page.click('#Q1 .say')
    expect((await sound).headers()['content-type']).toBe('audio/wav')
    await page.waitForSelector('#Q1 legend.reading')
    expect(await page.getAttribute('#Q1 .say', 'aria-pressed')).toBe('true')
    await page.click('#Q1 .say')
    expect(await page.locator('.reading').count()).toBe(0)
    await page.click('.aloud .say')
    await page.waitForSelector('#Q1 legend.reading')
    await page.waitForSelector('.reading', { state: 'detached' })
    expect(await page.getAttribute('.aloud .say', 'aria-pressed')).toBe('false')
    expect(await accessibilityFaults(page)).toEqual([])
    for (const button of await page.locator('.say:visible, .aloud select').all()) {
      const box = await button.boundingBox()
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44)
    }
    expect(seen).toEqual([])
    await context.close()
  })

  test('where the phone can speak, it says the question and then what can be picked', async () => {
    const { page, context } = await phone((opened) => opened.addInitScript(talkative))
    await page.check('[name=agree]')
    await page.click('.steps .go:visible')
    await page.click('#Q4 .say')
    await page.waitForSelector('#Q4 .reading')
    expect(await page.evaluate('said.join()')).toBe('最后，您还想说什么？')
    await page.evaluate('said.length = 0')
    // A voice of one's neighbours comes before the phone's.
    await page.click('#Q1 .say')
    await page.waitForSelector('#Q1 legend.reading')
    expect(await page.evaluate('said')).toEqual([])
    await context.close()
  })

  test('without script the recordings stand there to be played', async () => {
    const context = await takePhone(browser, { javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${site.origin}/c/lane/adult`)
    expect(await page.locator('#Q1 audio[controls]:visible').count()).toBe(2)
    expect(await page.locator('#Q1 audio').first().getAttribute('preload')).toBe('none')
    await context.close()
  })

  test('without script a photo goes along inside the form', async () => {
    const context = await takePhone(browser, { javaScriptEnabled: false })
    const page = await context.newPage()
    page.setDefaultTimeout(10_000)
    await page.goto(`${site.origin}/c/lane/adult`)
    const [words, buffer] = ['<script>', Buffer.from(await jpegOf(300, 200))]
    await page.check('[name=agree]')
    await page.fill('[name=Q4]', '门口太暗')
    const file = { name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(words) }
    await page.setInputFiles('[name="Q3~file"]', file)
    await page.click('#form [type=submit]')
    expect(await page.inputValue('[name=Q4]')).toBe('门口太暗')
    expect(await page.textContent('#Q3')).toContain('这张照片打不开')
    await page.check('[name=agree]')
    await page.setInputFiles('[name="Q3~file"]', { ...file, buffer })
    await page.click('#form [type=submit]')
    await page.waitForURL(/\/r\//)
    await context.close()
  })

  test('a photo sent to the running server is drawn anew there, in a thread of its own', async () => {
    const [id, photo] = [randomUUID(), randomUUID()]
    const answers = { Q3: photo }
    const content = { consultation: 'lane', edition: 'adult', version: 1, channel: 'qr', answers }
    const address = `${site.origin}/api/responses/${id}`
    expect((await fetch(address, put(content))).status).toBe(201)
    const broken = await fetch(`${address}/photos/${photo}`, {
      ...{ method: 'PUT', headers: { 'Content-Type': 'image/jpeg' } },
      body: Buffer.from('\xff\xd8\xff<html>', 'latin1'),
    })
    expect(broken.status).toBe(415)
    const sent = await fetch(`${address}/photos/${photo}`, {
      ...{ method: 'PUT', headers: { 'Content-Type': 'image/jpeg' } },
      body: withTraces(await jpegOf(2000, 1500)),
    })
    expect(sent.status).toBe(201)
    await desk.goto(`${site.origin}/desk/f/${photo}.jpg`)
    expect(await desk.evaluate('document.images[0].naturalHeight')).toBe(1600)
    await site.restart('SIGTERM')
    const store = await openFile(database)
    expect(await findFile(store, photo)).toMatchObject({ state: 'held', width: 1200 })
    await store.close()
    expect(site.said()).not.toMatch(/CANARY|premature/i)
  })
})

/** A microphone that hears a low tone. */
const singing = `
  navigator.mediaDevices.getUserMedia = async () => {
    const air = new AudioContext()
    const throat = air.createOscillator()
    const ear = air.createMediaStreamDestination()
    throat.connect(ear)
    throat.start()
    return ear.stream
  }`

/** A voice that notes what it is asked to say. */
const talkative = `
  window.said = []
  class Words { constructor(text) { this.text = text } }
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Words })
  Object.defineProperty(window, 'speechSynthesis', { value: {
    getVoices: () => [{ lang: 'zh-HK', name: 'other' }, { lang: 'zh_CN', name: 'near' }],
    speak(words) { said.push(words.text); setTimeout(() => words.onend(), 400) },
    cancel() {},
  } })`

/** A second or so of a low tone, as a WAV. */
function hum(seconds: number): Buffer {
  const rate = 8000
  const samples = Buffer.from(
    Array.from({ length: rate * seconds }, (_, i) => 128 + Math.round(60 * Math.sin(i / 6))),
  )
  const head = Buffer.alloc(44)
  head.write('RIFF')
  head.writeUInt32LE(36 + samples.length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE(rate, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36)
  head.writeUInt32LE(samples.length, 40)
  return Buffer.concat([head, samples])
}
