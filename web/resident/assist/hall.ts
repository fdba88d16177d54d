import { byId, make, makeButton, say } from '../dom.ts'
import type { SessionData } from './session-data.tsx'

/**
 * A device in a hall goes back to its start when somebody walked away from it, whichever page it shows; but it
 * asks first. What is written on a sheet is cleared before that, so no network is needed to forget it.
 */
export function standInHall(
  { start, idleSeconds, words }: SessionData,
  sheet?: { clear(): void; onNext(leave: () => void): void },
) {
  let idle: ReturnType<typeof setTimeout> | undefined

  const wait = (then: () => void) => {
    clearTimeout(idle)
    byId('still')?.remove()
    idle = setTimeout(then, idleSeconds * 1_000)
  }
  const watch = () => wait(ask)
  const ask = () => {
    if (isAtStart()) return
    wait(leave)
    const box = make('div', 'summary')
    box.id = 'still'
    box.setAttribute('role', 'alert')
    box.append(
      make('h2', '', words.still),
      make('p', '', say(words.stillMore, { n: idleSeconds })),
      makeButton('go', words.yes, watch),
    )
    byId('main')?.prepend(box)
    scrollTo(0, 0)
  }
  const leave = async () => {
    sheet?.clear()
    // Without a network the page that is open still serves the next person; the start is tried again later.
    wait(leave)
    const asIs = idle
    if (!isAtStart() && (await isThere(start)) && asIs === idle) location.replace(start)
  }
  const isAtStart = () => location.pathname + location.search === start

  for (const sign of ['input', 'keydown', 'wheel']) addEventListener(sign, watch, { passive: true })
  // A finger that aims at the button must not take it away.
  addEventListener('pointerdown', () => byId('still') || watch())
  sheet?.onNext(leave)
  // Out of the browser's memory comes what somebody else was doing.
  addEventListener('pageshow', ({ persisted }) => persisted && leave())
  watch()
}

/** Whether this site itself answers, and not the page of somebody's Wi-Fi. */
async function isThere(address: string): Promise<boolean> {
  try {
    const answer = await fetch(address)
    return answer.status < 500 && answer.headers.has('X-Content-Type-Options')
  } catch {
    return false
  }
}
