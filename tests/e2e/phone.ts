import type { Page } from 'playwright-core'
import type { Page as OldPage } from 'puppeteer-core/lib/cjs/puppeteer/common/Page.js'

/** What a resident does with a phone, the same in every browser. */
export interface Phone {
  open(address: string): Promise<void>
  address(): string | Promise<string>
  /** The value of a JavaScript expression in the page. */
  look<T>(expression: string): Promise<T>
  /** Touches the element that a JavaScript expression finds; false when there is none to see. */
  tap(expression: string): Promise<boolean>
  write(selector: string, text: string): Promise<void>
}

/** A current phone. */
export function phoneOf(page: Page): Phone {
  const look = <T>(expression: string) => page.evaluate<T>(expression)
  return {
    look,
    open: async (address) => void (await page.goto(address)),
    address: () => page.url(),
    tap: tapWith(look, async () => {
      const point = await look<[number, number] | undefined>(middleOfTap)
      if (point) return page.mouse.click(...point)
      // Something lies over it, perhaps only for a moment: the driver waits, or says what it is.
      return page.click('[data-tap]', { timeout: 3000 })
    }),
    write: (selector, text) => page.fill(selector, text),
  }
}

/** A phone that was never updated. */
export function oldPhoneOf(page: OldPage): Phone {
  const look = <T>(expression: string) => page.evaluate(expression) as Promise<T>
  return {
    look,
    open: async (address) => void (await page.goto(address)),
    address: () => page.url(),
    tap: tapWith(look, () => page.click('[data-tap]')),
    write: (selector, text) => page.type(selector, text),
  }
}

// Nothing where a finger in the middle would touch something else.
const middleOfTap = `(() => {
  const wanted = document.querySelector('[data-tap]')
  const { left, top, width, height } = wanted.getBoundingClientRect()
  const [x, y] = [left + width / 2, top + height / 2]
  return wanted.contains(document.elementFromPoint(x, y)) ? [x, y] : undefined
})()`

// Found by an expression, but touched by the browser itself, as a finger would: what is covered or hidden fails.
export function tapWith(
  look: (expression: string) => Promise<boolean>,
  click: () => Promise<void>,
) {
  const tap = async (expression: string, tries = 3): Promise<boolean> => {
    const found = await look(`(() => {
      const wanted = ${expression}
      document.querySelector('[data-tap]')?.removeAttribute('data-tap')
      if (!wanted || wanted.getClientRects().length === 0) return false
      wanted.setAttribute('data-tap', '')
      wanted.scrollIntoView({ block: 'center' })
      return true
    })()`)
    if (!found) return false
    try {
      await click()
    } catch (error) {
      // A list that was drawn anew meanwhile took the mark away with the old button.
      if (tries === 1) throw error
      return tap(expression, tries - 1)
    }
    return true
  }
  return (expression: string) => tap(expression)
}
