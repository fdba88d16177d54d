import { all, announce, byId } from '../dom.ts'
import { isWaiting } from '../offline/letter.ts'
import type { Letters } from '../offline/show-letters.ts'
import { showToHandOn, toHandOn } from './hand-on.ts'
import type { SessionData } from './session-data.tsx'

/**
 * When a volunteer is done, the pages that the phone kept for doors without a signal go, the link in them, and
 * receipts that were not handed on. What waits stays, since it is sent whoever opens this site; but that is
 * said first.
 */
export function letLeave({ start, words }: SessionData) {
  let letters: Letters | undefined
  const place = byId('to-hand-on')
  document.addEventListener('letters', (event) => {
    letters = (event as CustomEvent<Letters>).detail
    if (place) showToHandOn(place, letters, words)
  })
  for (const link of all<HTMLAnchorElement>('[data-leave]')) {
    link.onclick = (event) => {
      event.preventDefault()
      const left = letters ? toHandOn(letters) : []
      if (letters?.list.some(isWaiting) && !confirm(words.waiting)) return
      if (left.length > 0 && !confirm(words.notHandedOn)) return
      for (const { id } of left) letters?.takeBack(id)
      forgetPages(start.split('/').pop() ?? start).finally(() => location.replace(link.href))
    }
  }
  // What arrived before this script was there is shown too.
  if (place) announce('look')
}

async function forgetPages(token: string) {
  if (!('caches' in window)) return
  for (const name of await caches.keys()) {
    const store = await caches.open(name)
    for (const page of await store.keys()) if (page.url.includes(token)) await store.delete(page)
  }
}
