import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { huicheng } from '../../surveys/definitions/huicheng/consultation.ts'
import { someAnswers } from '../answers.ts'
import { noBrowser, openBrowser, takePhone } from './browser.ts'
import { phoneOf } from './phone.ts'
import { answerAll, comeToQuestions, post } from './resident.ts'
import { openSite, type Site } from './site.ts'
import { storedResponses } from './stored.ts'
import { watch } from './watch.ts'

describe.skipIf(noBrowser)('on a phone', () => {
  let site: Site
  let browser: Browser

  beforeAll(async () => {
    site = await openSite()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.stop()
  })

  const visits = huicheng.editions.flatMap((edition) =>
    [true, false].flatMap((script) =>
      [1, 2].map((person) => ({ edition, script, person, who: edition.audience })),
    ),
  )

  test.each(visits)(
    'whoever scans the code can answer and gets a receipt ($who $person, page script: $script)',
    { timeout: 60_000 },
    async ({ edition, script, person }) => {
      const context = await takePhone(browser, { javaScriptEnabled: script })
      const faults = watch(context, site.origin)
      const phone = phoneOf(await context.newPage())
      const before = (await storedResponses(site)).length
      const filled = someAnswers(edition, person)
      await comeToQuestions(phone, `${site.origin}/M/HC4A`, edition.audience)
      await answerAll(phone, edition, filled)
      const receipt = await post(phone)
      expect(receipt).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/)
      const stored = (await storedResponses(site)).slice(before)
      expect(stored).toMatchObject([{ ...filled, channel: 'qr', mailbox: 'HC4A' }])
      expect(faults).toEqual([])
      await context.close()
    },
  )
})
