import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { huicheng } from '../../surveys/definitions/huicheng/consultation.ts'
import { someAnswers } from '../answers.ts'
import { noFirefox, openFirefox } from './firefox.ts'
import type { OtherBrowser } from './other-browser.ts'
import { answerAll, comeToQuestions, post } from './resident.ts'
import { openSite, type Site } from './site.ts'
import { storedResponses } from './stored.ts'
import { noWebKit, openWebKit } from './webkit.ts'

if (noFirefox) console.log('e2e: no firefox-esr on this machine, its journeys are skipped')
if (noWebKit) console.log('e2e: no webkit2gtk-driver and xvfb on this machine, skipped')

const browsers = [
  { name: 'Firefox ESR', script: true, missing: noFirefox, open: openFirefox },
  { name: 'Firefox ESR', script: false, missing: noFirefox, open: openFirefox },
  { name: 'WebKitGTK', script: true, missing: noWebKit, open: openWebKit },
  { name: 'WebKitGTK', script: false, missing: noWebKit, open: openWebKit },
]

for (const { name, script, missing, open } of browsers) {
  describe.skipIf(missing)(`in ${name}, page script: ${script}`, () => {
    let site: Site
    let phone: OtherBrowser

    beforeAll(async () => {
      site = await openSite()
      phone = await open({ script })
    })
    afterAll(async () => {
      await phone?.close()
      await site?.stop()
    })

    test.each(huicheng.editions)(
      'whoever scans the code can answer and gets a receipt ($audience)',
      { timeout: 60_000 },
      async (edition) => {
        const before = (await storedResponses(site)).length
        const filled = someAnswers(edition, 5)
        await comeToQuestions(phone, `${site.origin}/M/HC1A?lang=zh`, edition.audience)
        expect(await phone.look(`document.documentElement.classList.contains('js')`)).toBe(script)
        await answerAll(phone, edition, filled)
        expect(await post(phone)).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/)
        const stored = (await storedResponses(site)).slice(before)
        expect(stored).toMatchObject([{ ...filled, channel: 'qr', mailbox: 'HC1A' }])
      },
    )
  })
}
