import { byId, dateOf, make, makeButton, makeLink, mark, say } from '../dom.ts'
import { isThere } from '../is-there.ts'
import { isWaiting, type Letter, settle } from '../offline/letter.ts'
import type { OutboxWords } from '../offline/outbox-page.tsx'
import type { Letters } from '../offline/show-letters.ts'
import { copies } from './copies.ts'

interface Shown extends Letters {
  /** The day by which this phone should be opened again. */
  until: string | undefined
}

type State = 'arrived' | 'memory' | 'photo' | 'waiting' | number

/** Which lines stand on the page, and how each is told anew how its letter fares. */
let standing: string | undefined
let tellAnew: ((letters: Shown) => void)[] = []
/** Everything stands here, since the page for it could not be fetched. */
let isWhole = false
let latest: Shown

/** Says plainly what has not arrived, what has, and what was refused: on every page in short, in full on its own. */
export function showLines(letters: Shown) {
  latest = letters
  const states = letters.list.map((letter) => [letter.id, letter.spoilt, stateOf(letter, letters)])
  const lines = [isWhole, ...states].join()
  // While letters are tried again the same lines stay: no button moves from under a finger.
  if (lines !== standing) {
    // Nobody who copies by hand is disturbed.
    if (document.activeElement?.matches('.told textarea')) return
    standing = lines
    tellAnew = []
    draw(letters)
  }
  for (const tell of tellAnew) tell(letters)
}

function draw(letters: Shown) {
  const { list, outlives } = letters
  const page = byId('letters')
  const words: OutboxWords | undefined = page && JSON.parse(page.dataset.words ?? '{}')
  if (page && words) {
    page.textContent = list.length > 0 ? '' : words.none
    page.append(...list.map((letter) => line(letter, letters, words)))
    return
  }
  byId('outbox')?.remove()
  const box = make('section', '')
  const states: State[] = []
  for (const letter of list) {
    const state = stateOf(letter, letters)
    // Many that wait for the same reason are one line.
    if (isWhole || !isWaiting(letter) || !states.includes(state)) box.append(line(letter, letters))
    states.push(state)
  }
  // A page that alone remembers a letter must not be left.
  const [stays] = list.filter(({ id, receipt }) => !receipt && outlives(id))
  // The address carries the reader's language and manner of reading.
  if (stays?.words.list && !isWhole) {
    const link = makeLink('', stays.words.list, `/outbox${location.search}`)
    link.onclick = (event) => {
      event.preventDefault()
      follow(link)
    }
    box.append(link)
  }
  mark(box, { id: 'outbox', role: 'status', tabindex: '-1' })
  if (list.length > 0) byId('main')?.prepend(box)
}

/** Without a network, and where no service worker keeps that page, the letters are shown where one is. */
async function follow(link: HTMLAnchorElement) {
  if (await isThere(link.href, 4_000)) {
    link.onclick = null
    return link.click()
  }
  isWhole = true
  showLines(latest)
  byId('outbox')?.focus()
}

function line(letter: Letter, letters: Shown, page?: OutboxWords): HTMLElement {
  const { id, receipt, said, at, title } = letter
  const words = page ?? letter.words
  const waits = isWaiting(letter)
  const box = make('div', 'told')
  const buttons = make('p', 'steps')
  if (page || isWhole) {
    box.append(make('h2', '', title ?? ''))
    const date = at && dateOf(at, { hour: 'numeric', minute: 'numeric' })
    if (date) box.append(make('p', 'fine', say(page?.posted ?? '{date}', { date })))
  }
  const state = make('p', '')
  box.append(state)
  if (letter.spoilt) box.append(make('p', '', words.spoilt))
  const sendNow = makeButton('plain', words.sendNow, async () => {
    if (letter.refused) await settle({ ...letter, refused: undefined })
    letters.sendAll()
  })
  if (waits || mayBeTaken(letter)) buttons.append(sendNow)
  tellAnew.push((now) => {
    const said = inWords(words, letter, now)
    // What has not changed is not said again to those who listen.
    if (said !== state.textContent) state.textContent = said
    mark(sendNow, { 'aria-disabled': `${now.underway.has(id)}` })
  })
  if (receipt && !waits) {
    box.append(makeLink('go', words.seeReceipt, letter.receipts.replace('~', receipt)))
  } else if (page || isWhole || !letters.outlives(id)) {
    if (said) {
      box.append(make('details', '', make('summary', '', words.show), make('p', 'said', said)))
    }
    const remove = () => confirm(words.sure) && letters.takeBack(id)
    const ways = letter.body ? waysOut(letter, words) : []
    buttons.append(...ways, makeButton('plain', words.forget, remove))
  }
  if (buttons.firstChild) box.append(buttons)
  return box
}

/** A rule that refused it may have been mended since; what came twice, or too late, stays refused. */
const mayBeTaken = ({ refused }: Letter) => refused === 400 || refused === 422

/** To be handed over in another way: the answers in words, and as a machine reads them. */
function waysOut({ id, body, said, title }: Letter, words: Letter['words']) {
  const text = [title, said, id, body].join('\n\n')
  const href = `data:,${encodeURIComponent(text)}`
  const save = makeLink('go plain', words.save, href)
  save.download = `${id}.txt`
  const copy = make('button', 'plain', words.copy)
  const byHand = () => {
    const field = make('textarea', '')
    field.readOnly = true
    field.value = text
    copy.parentElement?.before(field)
    field.select()
    copy.hidden = true
  }
  return [copies(copy, text, words.copied, byHand), save]
}

function stateOf(letter: Letter, { outlives }: Letters): State {
  if (letter.refused) return letter.refused
  if (!isWaiting(letter)) return 'arrived'
  if (!outlives(letter.id)) return 'memory'
  return letter.receipt ? 'photo' : 'waiting'
}

function inWords(words: Letter['words'], letter: Letter, letters: Shown): string {
  const { underway, until } = letters
  const state = stateOf(letter, letters)
  const reasons: Record<string, string> = words.refused
  if (typeof state === 'number') return reasons[state] ?? words.refused.other
  if (state === 'arrived') return words.delivered
  if (state !== 'memory' && underway.has(letter.id)) return words.sending
  return state === 'waiting' && until && words.before
    ? say(words.before, { date: until })
    : words[state]
}
