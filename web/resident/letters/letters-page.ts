import { all, announce, byId, make, mark } from '../dom.ts'
import { isWaiting, type Letter } from '../offline/letter.ts'
import type { Letters } from '../offline/show-letters.ts'
import { carryOver } from './carry-over.ts'
import { copies } from './copies.ts'
import { inWords } from './in-words.ts'
import { callBack, comeBackBy } from './lasting.ts'
import { showLines } from './letter-lines.ts'
import { noticePhone } from './notice-phone.ts'

// Beside the page script wherever something waits on this phone or may, or can be copied from the page.
const form = byId('form')
const address = decodeURIComponent(location.pathname)
let latest: Letters | undefined
let until: string | undefined

document.addEventListener('letters', (event) => {
  event.preventDefault()
  const letters = withoutOthers((event as CustomEvent<Letters>).detail)
  // Whoever looks at the receipt need not be told that the letter has arrived.
  const isHere = ({ receipt }: Letter) => receipt && address.includes(receipt)
  const [here] = letters.list.filter((letter) => isHere(letter) && !isWaiting(letter))
  if (here) return letters.takeBack(here.id)
  latest = letters
  show()
  comeBackBy(letters)?.then((date) => {
    until = date
    show()
  })
})

/**
 * What others wrote on a shared phone and has arrived is nobody's to see here, and is forgotten: at once, or on
 * a volunteer's phone with its link, whose own page lists the receipts to hand on.
 */
function withoutOthers(letters: Letters): Letters {
  const isOthers = (letter: Letter) =>
    letter.shared && letter.receipt && !isWaiting(letter) && !letters.underway.has(letter.id)
  for (const letter of letters.list.filter(isOthers)) {
    if (letter.shared !== 'assisted' || !byId('session')) letters.takeBack(letter.id)
  }
  return { ...letters, list: letters.list.filter((letter) => !isOthers(letter)) }
}

function show() {
  if (latest) showLines({ ...latest, until })
}

document.addEventListener('posted', (event) => {
  if (form) (event as CustomEvent<Letter>).detail.said = inWords(form)
})

for (const button of all<HTMLButtonElement>('[data-copy]')) {
  const { copy = '', copied = '', byHand = '' } = button.dataset
  copies(button, copy, copied, () => {
    const code = byId('receipt')
    if (code) getSelection()?.selectAllChildren(code)
    button.replaceWith(mark(make('span', 'fine', byHand), { role: 'status' }))
  })
}

carryOver(form)
if (form) callBack(form)
if (form) noticePhone(form)
// What waits already is shown now.
announce('look')
