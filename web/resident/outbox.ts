import type { Problem } from '../../surveys/engine/check.ts'
import { byId, make, makeButton } from './dom.ts'
import { forget, isSafe, keep, kept, keptKeys } from './kept.ts'
import type { PageData } from './page-data.tsx'

/** A response on its way. It stays on this phone until the server has said that it is stored. */
export interface Letter {
  id: string
  /** What is sent, as JSON; blank once it has arrived. */
  body: string
  /** The same in words, for a resident whose response was refused. */
  said: string
  receipts: string
  words: PageData['words']
  /** The server has it: where its receipt is. */
  receipt?: string
  /** The server will never take it, and why. */
  refused?: number
}

const prefix = 'forest/out/'
/** The id of the response that arrived last: an old page that still carries it is not sent again. */
export const lastArrived = 'forest/last'
const underway = new Set<string>()
/** Posted from this very page, which moves on to the receipt as soon as there is one. */
let mine = ''
let wait = 2_000
let due: ReturnType<typeof setTimeout> | undefined

/** Stores first, then sends. */
export function post(letter: Letter) {
  mine = letter.id
  settle(letter)
  return deliver(letter)
}

/** Sends whatever is waiting, now and whenever there is reason to hope. */
export function openOutbox() {
  const code = decodeURIComponent(location.pathname)
  for (const letter of letters()) {
    if (letter.receipt && code.includes(letter.receipt)) forget(prefix + letter.id)
  }
  addEventListener('online', sendAll)
  addEventListener('pageshow', sendAll)
  document.addEventListener('visibilitychange', () => document.hidden || sendAll())
}

/** Resolves with problems if there are any; whatever else happens, the outbox says it itself. */
async function deliver(letter: Letter): Promise<Problem[] | undefined> {
  const { id, body } = letter
  if (underway.has(id)) return
  underway.add(id)
  draw()
  const stop = new AbortController()
  const patience = setTimeout(() => stop.abort(), 20_000)
  let problems: Problem[] | undefined
  try {
    const answer = await fetch(`/api/responses/${id}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body,
      signal: stop.signal,
    })
    const said = await answer.json()
    // Only the server's own word counts: any other answer, whoever gave it, means "not yet".
    if (answer.ok && said.id === id && said.receipt) {
      settle({ ...letter, body: '', said: '', receipt: said.receipt })
      keep(lastArrived, id)
      if (id === mine) {
        // Coming back to this page must not find the same letter in it.
        addEventListener('pageshow', ({ persisted }) => persisted && location.reload())
        location.assign(letter.receipts.replace('~', said.receipt))
      }
    } else if (answer.status === 422 && said.problems) {
      problems = said.problems
      settle({ ...letter, refused: 422 })
    } else if (/400|409|410/.test(`${answer.status}`) && said.error) {
      settle({ ...letter, refused: answer.status })
    }
  } catch {
    // No network, or something on the way answered for the server.
  }
  clearTimeout(patience)
  underway.delete(id)
  draw()
  return problems
}

const settle = (letter: Letter) => keep(prefix + letter.id, JSON.stringify(letter))

export const takeBack = (id: string) => {
  forget(prefix + id)
  draw()
}

function sendAll() {
  wait = 2_000
  draw()
  knock()
}

const knock = () => letters().filter(isWaiting).forEach(deliver)

const isWaiting = (letter: Letter) => !letter.receipt && !letter.refused

const letters = (): Letter[] => keptKeys(prefix).map((key) => JSON.parse(kept(key) ?? '{}'))

/** Says plainly, at the top of every page, what has not arrived, what has, and what was refused. */
function draw() {
  byId('outbox')?.remove()
  const list = letters()
  clearTimeout(due)
  if (list.length === 0) return
  const box = make('aside', '')
  box.id = 'outbox'
  box.setAttribute('role', 'status')
  box.append(...list.map(line))
  byId('main')?.prepend(box)
  if (list.some(isWaiting)) {
    // A little chance in it, so that a whole street does not knock in the same second.
    due = setTimeout(
      () => {
        wait = Math.min(wait * 2, 900_000)
        for (const letter of letters()) if (isWaiting(letter)) deliver(letter)
      },
      wait * (0.5 + Math.random()),
    )
  }
}

function line(letter: Letter): HTMLElement {
  const { id, words, receipt, refused, said, receipts } = letter
  const box = make('div', 'told')
  if (receipt) {
    const link = make('a', 'go', words.seeReceipt)
    link.href = receipts.replace('~', receipt)
    box.append(make('p', '', words.delivered), link)
  } else if (refused) {
    const reasons: Record<string, string> = words.refused
    box.append(make('p', '', reasons[refused] ?? words.refused.other))
    const more = make('details', '')
    more.append(make('summary', '', words.show), make('p', 'said', said))
    box.append(
      more,
      makeButton('plain', words.forget, () => takeBack(id)),
    )
  } else {
    const sending = underway.has(id)
    box.append(make('p', '', sending ? words.sending : isSafe() ? words.waiting : words.memory))
    if (!sending) box.append(makeButton('plain', words.sendNow, sendAll))
  }
  return box
}
