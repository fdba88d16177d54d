import { byId, make, makeButton, mark, say } from '../dom.ts'
import { isThere } from '../is-there.ts'
import type { SessionData } from './session-data.tsx'

interface HallSheet {
  clear(): void
  /** A receipt code is shown, to be copied by hand. */
  showsCode(): boolean
  onNext(leave: () => void): void
}

/**
 * A device in a hall goes back to its start when somebody walked away from it, whichever page it shows; but it
 * asks first, and counts down while it does. What is written on a sheet is cleared before that, so no network
 * is needed to forget it.
 */
export function standInHall(
  { start, idleSeconds, graceSeconds, words }: SessionData,
  sheet?: HallSheet,
) {
  let idle: ReturnType<typeof setTimeout> | undefined
  let ticking: ReturnType<typeof setInterval> | undefined

  const wait = (then: () => void, seconds = idleSeconds) => {
    clearTimeout(idle)
    clearInterval(ticking)
    byId('still')?.remove()
    idle = setTimeout(then, seconds * 1_000)
  }
  const watch = () => wait(ask)
  const ask = () => {
    if (isAtStart()) return
    const copying = sheet?.showsCode()
    const seconds = graceSeconds[copying ? 'copying' : 'writing']
    wait(leave, seconds)
    // Who listens hears the sentence once, and not every second.
    const count = mark(make('p', 'count', `${seconds}`), { 'aria-hidden': 'true' })
    const end = Date.now() + seconds * 1_000
    ticking = setInterval(() => {
      count.textContent = `${Math.max(0, Math.ceil((end - Date.now()) / 1_000))}`
    }, 1_000)
    const box = make(
      'div',
      'summary',
      make('h2', '', copying ? words.copying : words.still),
      make('p', '', say(copying ? words.copyingMore : words.stillMore, { n: seconds })),
      count,
      makeButton('go', copying ? words.notYet : words.yes, watch),
    )
    byId('main')?.prepend(mark(box, { id: 'still', role: 'alert' }))
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
  // However long a code was on its way, there is time to copy it.
  document.addEventListener('arrived', watch)
  sheet?.onNext(leave)
  // Out of the browser's memory comes what somebody else was doing.
  addEventListener('pageshow', ({ persisted }) => persisted && leave())
  watch()
}
