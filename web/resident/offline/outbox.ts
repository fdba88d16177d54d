import type { Problem } from '../../../surveys/engine/check.ts'
import { alone } from './alone.ts'
import { forget, keepAtOnce } from './kept.ts'
import { endangered } from './lasting.ts'
import { isWaiting, type Letter, letterKey, letters, readLetter, settle } from './letter.ts'
import { showLetters } from './outbox-lines.ts'
import { sendLetter } from './send-letter.ts'

const underway = new Set<string>()
/** Posted from this very page, which moves on to the receipt as soon as there is one. */
let mine = ''
let wait = 2_000
let due: ReturnType<typeof setTimeout> | undefined
let drawing = 0
/** Until when the phone keeps what waits, if it is one that clears up. */
let until: string | undefined

/** Puts a letter where it is not lost; resolves when it lies there. */
export function putIn(letter: Letter): Promise<void> {
  mine = letter.id
  return settle(letter, keepAtOnce)
}

/** Sends one letter. Resolves with problems if there are any; whatever else happens, the outbox says it itself. */
export async function deliver(id: string): Promise<Problem[] | undefined> {
  if (underway.has(id)) return
  underway.add(id)
  draw()
  let problems: Problem[] | undefined
  try {
    await alone(id, id === mine, async () => {
      const letter = await readLetter(id)
      if (letter && isWaiting(letter)) problems = await sendLetter(letter)
    })
    const letter = await readLetter(id)
    if (letter && isWaiting(letter)) until = await endangered()
    else if (letter?.receipt && letter.shared) {
      await forget(letterKey(id))
      document.dispatchEvent(
        new CustomEvent('arrived', { detail: { id, receipt: letter.receipt } }),
      )
    } else if (letter?.receipt && id === mine && !letter.spoilt) {
      // Coming back to this page must not find the same letter in it.
      addEventListener('pageshow', ({ persisted }) => persisted && location.reload())
      location.assign(letter.receipts.replace('~', letter.receipt))
    }
  } catch {
    // One letter that cannot even be read keeps no other back.
  }
  underway.delete(id)
  draw()
  return problems
}

export async function takeBack(id: string) {
  await forget(letterKey(id))
  draw()
}

/** Sends whatever is waiting, now and whenever there is reason to hope. */
export async function openOutbox() {
  addEventListener('online', sendAll)
  addEventListener('pageshow', sendAll)
  document.addEventListener('visibilitychange', () => document.hidden || sendAll())
  const address = decodeURIComponent(location.pathname)
  for (const letter of await letters()) {
    const { id, receipt } = letter
    if (receipt && address.includes(receipt) && !isWaiting(letter)) await takeBack(id)
  }
}

function sendAll() {
  wait = 2_000
  draw()
  knock()
}

async function knock() {
  for (const letter of await letters()) if (isWaiting(letter)) deliver(letter.id)
}

async function draw() {
  const turn = ++drawing
  const list = await letters()
  if (turn !== drawing) return
  clearTimeout(due)
  if (list.some(isWaiting) && underway.size === 0) {
    // Any moment up to the limit, so that a whole street does not knock in the same second.
    due = setTimeout(knock, wait * Math.random())
    wait = Math.min(wait * 2, 900_000)
  }
  showLetters(list, { underway, until, sendAll, takeBack })
}
