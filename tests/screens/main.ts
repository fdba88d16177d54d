import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { huicheng } from '../../surveys/definitions/huicheng/consultation.ts'
import { openBrowserApart } from '../e2e/browser.ts'
import { enterDesk } from '../e2e/desk-door.ts'
import { phoneOf } from '../e2e/phone.ts'
import { answerAll, comeToQuestions, post } from '../e2e/resident.ts'
import { openDemo } from './demo.ts'
import { everyDeskPage } from './every-desk-page.ts'
import { everyPage } from './every-page.ts'

// `npm run screens`: photographs the demonstration for README, so that no picture shows what is no more. The
// pages of the desk are photographed into .cache/, to be looked at.

const folder = 'docs/screens'
const phone = { width: 360, height: 740 }
const desktop = { width: 1280, height: 860 }

mkdirSync(folder, { recursive: true })
const demo = await openDemo(2590)
let browser: Browser | undefined
try {
  browser = await openBrowserApart()
  await residentPictures(browser)
  await deskPictures(browser)
  await everyPage(browser, demo, `${folder}/pages`)
} finally {
  await browser?.close()
  await demo.stop()
}

async function residentPictures(browser: Browser) {
  const page = await openPage(browser, phone, 2)
  await visit(page, '/', 'forest-phone')
  await visit(page, '/m/HC2A', 'cover-phone')

  const resident = phoneOf(page)
  const [adult, child] = huicheng.editions
  if (!adult || !child) throw new Error('huicheng has two editions')
  await comeToQuestions(resident, `${demo.origin}/m/HC2A`, 'adult')
  await answerAll(resident, adult, {
    answers: { Q1: 'hc2', Q6: ['lifts', 'seats'] },
    others: {},
  })
  await take(page, 'adult-phone', '#Q6')
  await post(resident)
  await take(page, 'receipt-phone')

  await comeToQuestions(resident, `${demo.origin}/m/HC2A`, 'child')
  await answerAll(resident, child, { answers: { K1: 'age8', K3: ['yard', 'garden'] }, others: {} })
  await take(page, 'child-phone', 'body')
  await page.context().close()

  const dark = await openPage(browser, phone, 2, 'dark')
  await visit(dark, '/', 'forest-dark')
  await dark.context().close()
}

async function deskPictures(browser: Browser) {
  const page = await openPage(browser, desktop, 1)
  await enterDesk(page, { setupLink: () => demo.setupLink })
  await take(page, 'desk-overview')
  await visit(page, '/desk/c/huicheng/results/adult', 'desk-results', '#Q6')
  await visit(page, '/desk/c/huicheng/topics/store-room', 'desk-topic')
  await visit(page, '/desk/c/garden/results/adult', 'desk-pins', '#P4')
  await visit(page, '/desk/c/huicheng/compare?edition=adult&q=Q6&by=Q2', 'desk-compare')
  await visit(page, '/desk/c/huicheng/decisions', 'desk-decisions')
  await visit(page, '/desk/c/huicheng/suggestions', 'desk-suggestions')
  const cookies = await page.context().cookies()
  await everyDeskPage(browser, { origin: demo.origin, cookies }, '.cache/screens')
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 794, height: 1123 })
  await visit(page, '/desk/mailboxes/HC2A/poster', 'poster')
  await visit(page, '/c/huicheng/results/poster', 'results-poster')
  await page.context().close()
}

async function openPage(
  browser: Browser,
  viewport: { width: number; height: number },
  deviceScaleFactor: number,
  colorScheme: 'light' | 'dark' = 'light',
) {
  const context = await browser.newContext({
    viewport,
    deviceScaleFactor,
    colorScheme,
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  })
  return context.newPage()
}

async function visit(page: Page, path: string, name: string, at?: string) {
  await page.goto(demo.origin + path)
  await take(page, name, at)
}

async function take(page: Page, name: string, at = 'body') {
  await page.evaluate(`document.querySelector('${at}')?.scrollIntoView()`)
  // Charts are drawn and pictures settled.
  await page.waitForTimeout(600)
  await page.screenshot({ path: `${folder}/${name}.png` })
  console.log(`${folder}/${name}.png`)
}
