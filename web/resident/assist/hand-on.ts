import { dateOf, make, makeButton } from '../dom.ts'
import { isWaiting, type Letter } from '../offline/letter.ts'
import type { Letters } from '../offline/show-letters.ts'
import { inGroups } from './in-groups.ts'
import type { SessionData } from './session-data.tsx'

/** Letters from this phone that arrived after their writers had gone: whose receipts a volunteer still has. */
export const toHandOn = ({ list, underway }: Letters) =>
  list.filter(
    (letter) => letter.shared === 'assisted' && hasArrived(letter) && !underway.has(letter.id),
  )

const hasArrived = (letter: Letter) => Boolean(letter.receipt) && !isWaiting(letter)

/** On the volunteer's own page each stands with its time, until the volunteer says that it was handed on. */
export function showToHandOn(place: HTMLElement, letters: Letters, words: SessionData['words']) {
  const lines = toHandOn(letters).map(({ id, receipt = '', at, title = '' }) => {
    const time = at ? dateOf(at, { hour: 'numeric', minute: 'numeric' }) : ''
    const done = makeButton('plain', words.handedOn, () => {
      if (confirm(words.handedOnSure)) letters.takeBack(id)
    })
    return make('div', '', make('b', '', `${time} ${title}`.trim()), inGroups(receipt), done)
  })
  const box = make('div', '', make('h2', '', words.toHandOn), ...lines)
  // What has not changed keeps its place, and the finger on it.
  if (box.textContent === place.textContent) return
  place.textContent = ''
  place.hidden = lines.length === 0
  if (lines.length > 0) place.append(box)
}
