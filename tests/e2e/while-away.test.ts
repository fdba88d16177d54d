import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { adult } from '../../surveys/definitions/huicheng/adult.ts'
import { someAnswers } from '../answers.ts'
import { noBrowser, openBrowser, takePhone } from './browser.ts'
import { type Phone, phoneOf } from './phone.ts'
import { answerAll, buttonNamed, letGo, receiptShown, until } from './resident.ts'
import { type Forest, openForest } from './schedules/site.ts'

describe.skipIf(noBrowser)(
  'what happens while a letter waits on a phone',
  { timeout: 60_000 },
  () => {
    let forest: Forest
    let browser: Browser
    let context: BrowserContext
    let phone: Phone
    const filled = someAnswers(adult, 9)
    const dayMs = 86_400_000

    beforeAll(async () => {
      browser = await openBrowser()
    })
    afterAll(() => browser?.close())
    beforeEach(async () => {
      forest = await openForest()
      context = await takePhone(browser)
      phone = phoneOf(await context.newPage())
      await phone.open(`${forest.origin}/c/huicheng/adult?m=HC1A`)
      await answerAll(phone, adult, filled)
      await context.setOffline(true)
      await letGo(phone)
      await until(phone, `document.body.innerText.includes('已存在这部手机上')`)
    })
    afterEach(async () => {
      await context?.close()
      await forest?.close()
    })

    test('the questionnaire is edited: it is stored under the version it answers', async () => {
      await forest.publish()
      await context.setOffline(false)
      await receiptShown(phone)
      expect(await forest.stored()).toMatchObject([{ version: 1, late: false, ...filled }])
    })

    test('the asking ends: it is taken as late, and says so', async () => {
      await forest.end(Date.now() - dayMs)
      await context.setOffline(false)
      await receiptShown(phone)
      expect(await forest.stored()).toMatchObject([{ version: 1, late: true, ...filled }])
    })

    test('the asking ended long ago: it is refused, and stays to be seen', async () => {
      await forest.end(Date.now() - 15 * dayMs)
      await context.setOffline(false)
      await until(phone, `document.body.innerText.includes('征询已经结束，这份答卷没能收下')`)
      expect(await forest.stored()).toEqual([])
      await phone.open(`${forest.origin}/outbox`)
      await until(phone, buttonNamed('删掉'))
      expect(await phone.look(`document.body.textContent`)).toContain('征询已经结束')
    })
  },
)
