import { dateOf } from '../dom.ts'

const weekMs = 7 * 86_400_000

/** Apple's browsers, as far as a page can tell. */
export const clearsUp = /^Apple/.test(navigator.vendor)

/**
 * Asks the phone to keep what waits. Apple's browsers clear what a page stored when nobody opened it for
 * seven days: where the phone promises nothing, resolves with the day by which it should be opened again.
 */
export async function endangered(): Promise<string | undefined> {
  const promised = await navigator.storage?.persist?.()
  if (!promised && clearsUp) return dateOf(Date.now() + weekMs)
}
