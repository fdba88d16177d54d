import { all, say } from '../dom.ts'
import { block as blocked, buttonsIn, find, put, wordsOf } from './field.ts'

/** Stickers to put on and take off, never more than there are. */
export function improveBudget(block: HTMLElement) {
  const { total, left, fits } = wordsOf<'total' | 'left' | 'fits'>(block)
  const rest = find('.rest', block)
  const pots = all('.pot', block).map((pot) => {
    const field = find<HTMLInputElement>('input', pot)
    return { field, buttons: buttonsIn(pot), dots: find('.dots', pot) }
  })
  const given = (field: HTMLInputElement) => Math.max(0, +field.value || 0)
  const unspent = () => pots.reduce((sum, { field }) => sum - given(field), +total)
  const add = (field: HTMLInputElement, n: number) => {
    // What is typed in goes as far as the stickers go, too.
    const sum = given(field) + Math.min(n, unspent())
    put(field, sum > 0 ? `${sum}` : '')
  }
  for (const { field, buttons } of pots) {
    buttons.forEach((button, i) => {
      button.onclick = () => add(field, i ? 1 : -1)
    })
    field.onchange = () => {
      if (unspent() < 0) {
        add(field, 0)
        rest.textContent = say(fits, { n: given(field) })
      }
    }
  }

  return () => {
    const n = unspent()
    rest.textContent = say(left, { n: Math.max(0, n) })
    for (const { field, buttons, dots } of pots) {
      buttons.forEach((button, i) => {
        blocked(button, i ? n < 1 : !given(field))
      })
      dots.textContent = '●'.repeat(Math.min(given(field), +total))
    }
  }
}
