import { byId, dateOf, make, say } from '../dom.ts'
import { isWaiting } from '../offline/letter.ts'
import type { Letters } from '../offline/show-letters.ts'
import type { PageData } from '../page-data.tsx'

const weekMs = 7 * 86_400_000

/** Apple's browsers, as far as a page can tell. */
const clearsUp = /^Apple/.test(navigator.vendor)

/**
 * Asks the phone to keep what waits. Apple's browsers clear what a page stored when nobody opened it for
 * seven days: where the phone promises nothing, resolves with the day by which it should be opened again.
 */
async function endangered(): Promise<string | undefined> {
  const promised = await navigator.storage?.persist?.()
  return !promised && clearsUp ? dateOf(Date.now() + weekMs) : undefined
}

const tried = new Set<string>()
let asked: Promise<string | undefined> | undefined

/** The day by which to come back for letters that were tried and still wait; nothing is asked before. */
export function comeBackBy({ list, underway }: Letters): Promise<string | undefined> | undefined {
  const stays = list.filter(isWaiting).some(({ id }) => tried.has(id) && !underway.has(id))
  for (const id of underway) tried.add(id)
  if (stays) asked = asked || endangered()
  return asked
}

/** Says by when to come back to what is half filled in. Asked only where the phone clears up: elsewhere asking would ask the resident. */
export async function callBack(form: HTMLElement) {
  const data = byId('sheet')
  if (!clearsUp || !data || !byId('draft') || 'kiosk' in form.dataset) return
  const date = await endangered()
  const { words }: PageData = JSON.parse(data.textContent ?? '{}')
  if (date) form.append(make('p', 'fine', say(words.draftBefore, { date })))
}
