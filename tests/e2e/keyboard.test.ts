import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { walkOn } from '../walk-to.ts'
import { openAccessibleSite } from './accessible-site.ts'
import { noBrowser, openBrowser } from './browser.ts'
import { neighboursAnswer } from './neighbours.ts'
import type { Site } from './site.ts'
import { watch } from './watch.ts'

const ways = [
  { who: 'adult', path: '/c/huicheng/adult?m=HC2A' },
  { who: 'adult in large print', path: '/c/huicheng/adult?m=HC2A&mode=elder' },
  { who: 'child', path: '/m/HC2A?edition=child' },
  { who: 'adult with every kind of question', path: '/c/garden/adult?m=HC2A' },
  { who: 'child who may draw', path: '/c/garden/child?m=HC2A&step=questions&grant=G0' },
]
/** Pages that lead nowhere further: everything on them is reached. */
const others = [
  ...['/', '/m/HC2A', '/r', '/r/RECEIPT', '/r/RECEIPT/correction', '/r/RECEIPT/deletion'],
  ...['/contact/huicheng', '/outbox', '/accessibility', '/c/huicheng/results', '/c/over/adult'],
]

describe.skipIf(noBrowser)('with a keyboard alone', { timeout: 120_000 }, () => {
  let site: Site
  let browser: Browser

  beforeAll(async () => {
    site = await openAccessibleSite()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.stop()
  })

  test.each(ways)('$who comes from the first page to the receipt', async ({ path }) => {
    const viewport = { width: 1280, height: 800 }
    const context = await browser.newContext({ viewport, locale: 'zh-CN' })
    const faults = watch(context, site.origin)
    const page = await context.newPage()
    await page.goto(site.origin + (await walkOn(site.origin, path)))
    for (let steps = 0; steps < 60 && !page.url().includes('/r/'); steps++) {
      faults.push(...(await walk(page)))
      await goOn(page)
    }
    expect(await page.textContent('#receipt')).toMatch(/[0-9A-Z]{4}/)
    expect(faults).toEqual([])
    await context.close()
  })

  test('what stands on every other page is reached, and seen when it is', async () => {
    const [receipt = ''] = await neighboursAnswer(site.origin, 'adult', 1)
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' })
    const faults: string[] = []
    for (const print of ['', '?mode=elder']) {
      for (const path of others) {
        await page.goto(site.origin + path.replace('RECEIPT', receipt) + print)
        faults.push(...(await walk(page)))
      }
    }
    expect(faults).toEqual([])
    await page.close()
  })
})

/** Tabs through what this step shows, answers what it comes by, and tells what it did not reach or could not see. */
async function walk(page: Page): Promise<string[]> {
  const faults: string[] = []
  const wanted = await page.evaluate(() => {
    const seen = (element: Element) => element.getClientRects().length > 0
    const controls = document.querySelectorAll<HTMLInputElement>(
      ':is(a[href], button, input, select, textarea, summary):not([tabindex="-1"], [type=hidden], :disabled)',
    )
    return [...controls].filter(seen).map((control, i) => {
      // A group of choices is one stop; the arrows go on from there.
      control.dataset.stop = control.type === 'radio' ? control.name : `${i}`
      return control.dataset.stop
    })
  })
  const left = new Set(wanted)
  await page.evaluate(() => {
    getSelection()?.removeAllRanges()
    ;(document.activeElement as HTMLElement | null)?.blur()
  })
  for (let presses = 0; presses < wanted.length + 30 && left.size > 0; presses++) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(whereFocusIs)
    if (!at?.stop) continue
    if (at.fault) faults.push(`${page.url()} ${at.fault}`)
    if (!left.delete(at.stop)) continue
    if (at.kind === 'tick') await page.keyboard.press('Space')
    if (at.kind === 'words') await page.keyboard.type('好')
  }
  const missed = [...left].map((stop) => `${page.url()} never reached: ${stop}`)
  return [...faults, ...missed]
}

// What has the focus, whether one can see that it has, and what a hand would do with it.
function whereFocusIs() {
  const control = document.activeElement as HTMLInputElement | null
  if (!control || control === document.body) return undefined
  const shown =
    control.matches('[type=radio], [type=checkbox]') && control.nextElementSibling
      ? control.nextElementSibling
      : control
  const { outlineStyle, outlineWidth } = getComputedStyle(shown)
  const ring = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
  const box = control.getBoundingClientRect()
  const inView = box.bottom > 0 && box.top < innerHeight
  const over = document.elementFromPoint(
    box.left + box.width / 2,
    Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1),
  )
  const uncovered =
    over && (control.contains(over) || over.contains(control) || shown.contains(over))
  const named = `${control.tagName} ${control.name ?? ''} ${control.textContent?.trim().slice(0, 20)}`
  const tick =
    control.type === 'radio' ||
    (control.type === 'checkbox' && isFirst(control) && !control.checked)
  const writing = control.matches('input[type=text], textarea, input:not([type])')
  const words = writing && !control.value && !/numeric|decimal/.test(control.inputMode)
  return {
    stop: control.dataset.stop,
    kind: tick ? ('tick' as const) : words ? ('words' as const) : undefined,
    fault: !ring
      ? `no ring around ${named}`
      : !inView || !uncovered
        ? `out of sight: ${named}`
        : undefined,
  }

  // One of several is enough: some questions set a limit.
  function isFirst(input: HTMLInputElement) {
    return document.querySelector(`input[name="${input.name}"]`) === input
  }
}

/** Tabs to what leads on, and presses it. */
async function goOn(page: Page) {
  const before = page.url()
  for (let presses = 0; ; presses++) {
    const there = await page.evaluate(() => {
      const ways = 'main .doors .go, main .steps .go, main .equal > :first-child, #form > .go'
      return document.activeElement?.matches(ways)
    })
    if (there) break
    if (presses > 80) throw new Error(`nothing leads on from ${before}`)
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  await page.waitForFunction(
    (address) => location.href !== address && document.readyState === 'complete',
    before,
    { timeout: 15_000 },
  )
  // The step is drawn after its address has changed.
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 0)))')
}
