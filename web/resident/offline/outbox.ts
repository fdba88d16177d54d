import type { Problem } from '../../../surveys/engine/check.ts'
import { announce } from '../dom.ts'
import { alone } from './alone.ts'
import { forget, isSafe, keepAtOnce } from './kept.ts'
import { isWaiting, type Letter, letterKey, letters, readLetter, settle } from './letter.ts'
import { sendLetter } from './send-letter.ts'
import { showLetters } from './show-letters.ts'

const underway = new Set<string>()
/** Posted from this very page, which moves on to the receipt as soon as there is one. */
let mine = ''
let wait = 2_000
let due: ReturnType<typeof setTimeout> | undefined
let drawing = 0

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
    const receipt = letter && !isWaiting(letter) && letter.receipt
    if (receipt && letter.shared) {
      // On a volunteer's phone the receipt stays until it was handed on.
      if (letter.shared !== 'assisted') await forget(letterKey(id))
      announce('arrived', { id, receipt })
    } else if (receipt && id === mine && !letter.spoilt) {
      // Coming back to this page must not find the same letter in it.
      addEventListener('pageshow', ({ persisted }) => persisted && location.reload())
      location.assign(letter.receipts.replace('~', receipt))
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
export function openOutbox() {
  // The script that shows the letters has come.
  document.addEventListener('look', draw)
  addEventListener('online', sendAll)
  addEventListener('pageshow', sendAll)
  document.addEventListener('visibilitychange', () => document.hidden || sendAll())
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
  const outlives = (id: string) => isSafe(letterKey(id))
  showLetters({ list, underway, outlives, sendAll, takeBack })
}
