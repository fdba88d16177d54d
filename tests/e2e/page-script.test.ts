import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { adult } from '../../surveys/definitions/huicheng/adult.ts'
import { child } from '../../surveys/definitions/huicheng/child.ts'
import { noBrowser, openBrowser, takePhone } from './browser.ts'
import { type Phone, phoneOf } from './phone.ts'
import { answerAll, comeToQuestions, until } from './resident.ts'
import { openSite, type Site } from './site.ts'

describe.skipIf(noBrowser)('while filling in', () => {
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
  })
  afterEach(() => context?.close())

  const ticked = (id: string) =>
    phone.look<string[]>(
      `[...document.querySelectorAll('input[name="${id}"]:checked')].map((input) => input.value).sort()`,
    )

  test('one pick too many is said at once, with the limit', async () => {
    await comeToQuestions(phone, `${site.origin}/M/HC1A`, 'adult')
    await answerAll(phone, adult, {
      answers: { Q6: ['seats', 'parking', 'safety', 'care'] },
      others: {},
    })
    await until(
      phone,
      `document.querySelector('#Q6').innerText.includes('最多选 3 项，现在选了 4 项')`,
    )
  })

  test('"all is fine" takes the other picks back, and another pick takes it back', async () => {
    await comeToQuestions(phone, `${site.origin}/M/HC1A`, 'adult')
    await answerAll(phone, adult, { answers: { Q6: ['seats', 'allfine'] }, others: {} })
    expect(await ticked('Q6')).toEqual(['allfine'])
    await phone.tap(`document.querySelector('input[name="Q6"][value="care"]').closest('label')`)
    expect(await ticked('Q6')).toEqual(['care'])
  })

  test('a child that feels safe is not asked what it is afraid of; one that does not, is', async () => {
    await comeToQuestions(phone, `${site.origin}/M/HC1A`, 'child')
    await answerAll(phone, child, { answers: { K4: 'safe' }, others: {} })
    expect(await phone.look(`document.querySelector('#K5').hidden`)).toBe(true)
    await phone.tap(`document.querySelector('input[name="K4"][value="scared"]').closest('label')`)
    await until(phone, `!document.querySelector('#K5').hidden`)
  })
})
