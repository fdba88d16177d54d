import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AccessibleSite, openAccessibleSite } from './accessible-site.ts'
import { behindLock, noLock } from './behind-lock.ts'
import { noBrowser, openBrowserWithMemory, takePhone } from './browser.ts'
import { noFirefox, openFirefox } from './firefox.ts'
import type { OtherBrowser } from './other-browser.ts'
import { phoneOf } from './phone.ts'
import { until } from './resident.ts'
import { noWebKit, openWebKit } from './webkit.ts'

async function openChromium(): Promise<OtherBrowser> {
  const browser = await openBrowserWithMemory()
  const context = await takePhone(browser, { javaScriptEnabled: false, ignoreHTTPSErrors: true })
  const page = await context.newPage()
  return { ...phoneOf(page), back: () => page.goBack(), close: () => browser.close() }
}

if (noLock) console.log('e2e: no openssl on this machine, the way back in a hall is skipped')

const browsers = [
  { name: 'Chromium', missing: noBrowser, open: openChromium },
  { name: 'Firefox ESR', missing: noFirefox, open: () => openFirefox({ script: false }) },
  { name: 'WebKitGTK', missing: noWebKit, open: () => openWebKit({ script: false }) },
]

// Every browser keeps pages for the way back by rules of its own.
for (const { name, missing, open } of browsers) {
  describe.skipIf(missing || noLock)(`in a hall, in ${name} without script`, () => {
    let site: AccessibleSite
    let lock: Awaited<ReturnType<typeof behindLock>>
    let phone: OtherBrowser

    beforeAll(async () => {
      site = await openAccessibleSite()
      lock = await behindLock(site.origin)
      phone = await open()
    }, 60_000)
    afterAll(async () => {
      await phone?.close()
      lock?.close()
      await site?.stop()
    })

    const seen = () => phone.look<string>('document.body.textContent')
    const ticked = () =>
      phone.look<number>(`document.querySelectorAll('#form input:checked').length`)
    const tap = (selector: string) => phone.tap(`document.querySelector('${selector}')`)
    const comeTo = (path: string) =>
      until(phone, `location.pathname === '${path}' && document.readyState === 'complete'`)

    const start = () => `/a/${site.hall}`
    const begin = async () => {
      await phone.open(`${lock.origin}${start()}?lang=zh`)
      await tap('main a.adult')
      await comeTo('/c/huicheng/adult')
    }
    const goBack = async () => {
      await phone.back().catch(() => undefined)
      await new Promise((resolve) => setTimeout(resolve, 500))
    }

    test('who goes back finds nobody’s receipt code and nobody’s answers', {
      timeout: 90_000,
    }, async () => {
      await begin()
      // Sent without the tick first, so that a page with answers in it lies on the way back.
      await tap('#form input[name=Q1][value=hc2]')
      await phone.look(`document.querySelector('[name=agree]').removeAttribute('required')`)
      await tap('#form [type=submit]')
      await until(phone, `document.querySelector('.summary')`)
      await tap('#agree')
      await tap('#form [type=submit]')
      await comeTo('/r/posted')
      const shown = await phone.look<string>(`document.querySelector('#receipt').textContent`)
      const code = shown.trim()
      expect(code).toMatch(/^([0-9A-Z]{4}\s*){5}$/)
      await tap('.noprint .go')
      await comeTo(start())
      for (let back = 0; back < 4; back++) {
        await goBack()
        // A browser's own page may ask whether to send a form once more: nothing of ours is on it.
        const here = await phone.look<string>('location.href').catch(() => '')
        if (!here.startsWith(lock.origin)) continue
        expect(await seen()).not.toContain(code)
        expect(await ticked()).toBe(0)
      }
    })

    test('who stops half way and clears it leaves nothing to go back to', {
      timeout: 60_000,
    }, async () => {
      await begin()
      await tap('#form input[name=Q1][value=hc2]')
      expect(await ticked()).toBe(1)
      await tap('#form .told a')
      await comeTo(start())
      await goBack()
      await comeTo('/c/huicheng/adult')
      expect(await ticked()).toBe(0)
    })
  })
}
