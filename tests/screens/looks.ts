import type { Browser, Page } from 'playwright-core'

const phone = { width: 360, height: 740 }
const desktop = { width: 1280, height: 860 }
const sheet = { width: 794, height: 1123 }

/** How residents meet a page: on a phone, in large print, at night and on paper. */
export const residentLooks = {
  phone: { viewport: phone, colorScheme: 'light', query: {} },
  elder: { viewport: phone, colorScheme: 'light', query: { mode: 'elder' } },
  dark: { viewport: phone, colorScheme: 'dark', query: {} },
  print: { viewport: sheet, colorScheme: 'light', query: {} },
} as const

/** How staff meet one. */
export const deskLooks = {
  desktop: { viewport: desktop, colorScheme: 'light', query: {} },
  phone: { viewport: phone, colorScheme: 'light', query: {} },
  dark: { viewport: desktop, colorScheme: 'dark', query: {} },
  print: { viewport: sheet, colorScheme: 'light', query: {} },
} as const

type Look =
  | (typeof residentLooks)[keyof typeof residentLooks]
  | (typeof deskLooks)['desktop' | 'dark']

/** Opens a page that looks so, with the cookies of somebody who is signed in, if any are given. */
export async function openLook(browser: Browser, look: Look, cookies: Cookies = []): Promise<Page> {
  const { viewport, colorScheme } = look
  const context = await browser.newContext({
    ...{ viewport, colorScheme, locale: 'zh-CN', reducedMotion: 'reduce' },
  })
  await context.addCookies(cookies)
  const page = await context.newPage()
  if (viewport === sheet) await page.emulateMedia({ media: 'print' })
  return page
}

type Cookies = Parameters<Awaited<ReturnType<Browser['newContext']>>['addCookies']>[0]

// What is longer than this nobody looks at in one picture.
const longest = 2_600

/** The whole page, as far as one looks at it in one picture; or one part of it, with some air around. */
export async function photograph(page: Page, path: string, part = 'html'): Promise<void> {
  // Pictures have come and settled, and the script has done what it does.
  await page.locator(part).scrollIntoViewIfNeeded()
  await page.waitForTimeout(350)
  const clip = await page.evaluate(
    ([part, longest, air]) => {
      const { x, y, width, height } = document.querySelector(part)?.getBoundingClientRect() ?? {
        ...{ x: 0, y: 0, width: innerWidth, height: innerHeight },
      }
      const top = Math.max(0, y + scrollY - air)
      const all = part === 'html' ? document.documentElement.scrollHeight : height + 2 * air
      return {
        x: Math.max(0, x - air),
        y: top,
        width: width + 2 * air,
        height: Math.min(all, longest),
      }
    },
    [part, longest, part === 'html' ? 0 : 14] as const,
  )
  await page.screenshot({ path, clip, fullPage: true, type: 'jpeg', quality: 64 })
}
