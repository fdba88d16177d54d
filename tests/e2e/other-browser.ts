import type { Phone } from './phone.ts'
import { tapWith } from './phone.ts'

/** The name under which WebDriver speaks of an element of the page. */
export const elementKey = 'element-6066-11e4-a52e-4f735466cecf'
export type Found = { [elementKey]: string }

/** A browser that is no Chromium. */
export interface OtherBrowser extends Phone {
  /** The browser's own way back. */
  back(): Promise<unknown>
  close(): Promise<void>
}

interface Driver {
  look<T>(expression: string): Promise<T>
  open(address: string): Promise<unknown>
  address(): Promise<string>
  click(selector: string): Promise<unknown>
  write(selector: string, text: string): Promise<unknown>
}

/** What a resident does, through a WebDriver. */
export function phoneOfDriver({ look, open, address, click, write }: Driver): Phone {
  return {
    look,
    address,
    open: async (to) => void (await open(to)),
    tap: tapWith(look, async () => void (await click('[data-tap]'))),
    write: async (selector, text) => void (await write(selector, text)),
  }
}
