import { all } from '../dom.ts'
import { isWaiting } from '../offline/letter.ts'
import type { Letters } from '../offline/show-letters.ts'
import type { SessionData } from './session-data.tsx'

/**
 * When a volunteer is done, the pages that the phone kept for doors without a signal go, and the link in them.
 * What waits stays, since it is sent whoever opens this site; but that is said first.
 */
export function letLeave({ start, words }: SessionData) {
  let waiting = false
  document.addEventListener('letters', (event) => {
    waiting = (event as CustomEvent<Letters>).detail.list.some(isWaiting)
  })
  for (const link of all<HTMLAnchorElement>('[data-leave]')) {
    link.onclick = (event) => {
      event.preventDefault()
      if (waiting && !confirm(words.waiting)) return
      forgetPages(start.split('/').pop() ?? start).finally(() => location.replace(link.href))
    }
  }
}

async function forgetPages(token: string) {
  if (!('caches' in window)) return
  for (const name of await caches.keys()) {
    const store = await caches.open(name)
    for (const page of await store.keys()) if (page.url.includes(token)) await store.delete(page)
  }
}
