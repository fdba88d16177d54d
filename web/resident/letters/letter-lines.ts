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

let shown: string | undefined
/** Everything stands here, since the page for it could not be fetched. */
let isWhole = false

/** Says plainly what has not arrived, what has, and what was refused: on every page in short, in full on its own. */
export function showLines(letters: Shown) {
  const { list, underway, outlives } = letters
  const now = list
    .map((letter) => [letter.id, stateIn(letter.words, letter, letters), underway.has(letter.id)])
    .join()
    .concat(`${isWhole}`)
  // What has not changed is not said again to those who listen, and nobody who copies by hand is disturbed.
  if (now === shown || document.activeElement?.matches('.told textarea')) return
  shown = now
  const page = byId('letters')
  const words: OutboxWords | undefined = page && JSON.parse(page.dataset.words ?? '{}')
  if (page && words) {
    page.textContent = list.length > 0 ? '' : words.none
    page.append(...list.map((letter) => line(letter, letters, words)))
    return
  }
  byId('outbox')?.remove()
  const box = make('section', '')
  const reasons: string[] = []
  for (const letter of list) {
    const why = stateIn(letter.words, letter, letters)
    // Many that wait for the same reason are one line.
    if (isWhole || !isWaiting(letter) || !reasons.includes(why)) box.append(line(letter, letters))
    reasons.push(why)
  }
  // A page that alone remembers a letter must not be left.
  const [stays] = list.filter(({ id, receipt }) => !receipt && outlives(id))
  // The address carries the reader's language and manner of reading.
  if (stays?.words.list && !isWhole) {
    const link = makeLink('', stays.words.list, `/outbox${location.search}`)
    link.onclick = (event) => {
      event.preventDefault()
      follow(link, letters)
    }
    box.append(link)
  }
  mark(box, { id: 'outbox', role: 'status', tabindex: '-1' })
  if (list.length > 0) byId('main')?.prepend(box)
}

/** Without a network, and where no service worker keeps that page, the letters are shown where one is. */
async function follow(link: HTMLAnchorElement, letters: Shown) {
  if (await isThere(link.href, 4_000)) {
    link.onclick = null
    return link.click()
  }
  isWhole = true
  showLines(letters)
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
  box.append(make('p', '', stateIn(words, letter, letters)))
  if (letter.spoilt) box.append(make('p', '', words.spoilt))
  if ((waits || mayBeTaken(letter)) && !letters.underway.has(id)) {
    const send = async () => {
      if (letter.refused) await settle({ ...letter, refused: undefined })
      letters.sendAll()
    }
    buttons.append(makeButton('plain', words.sendNow, send))
  }
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

function stateIn(
  words: Letter['words'],
  letter: Letter,
  { underway, until, outlives }: Shown,
): string {
  const reasons: Record<string, string> = words.refused
  if (letter.refused) return reasons[letter.refused] ?? words.refused.other
  if (!isWaiting(letter)) return words.delivered
  if (!outlives(letter.id)) return words.memory
  if (underway.has(letter.id)) return words.sending
  if (letter.receipt) return words.photo
  return until && words.before ? say(words.before, { date: until }) : words.waiting
}
