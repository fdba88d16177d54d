import { all, make, makeButton, say } from '../dom.ts'
import { block as blocked, labelOf, put } from './field.ts'

/** Stickers to put on and take off, never more than there are. */
export function improveBudget(block: HTMLElement) {
  const { total = '0', left = '', more = '', less = '' } = block.dataset
  const rest = make('p', 'rest')
  rest.setAttribute('role', 'status')
  block.prepend(rest)
  const fields = all<HTMLInputElement>('input', block)
  const given = (field: HTMLInputElement) => Math.max(0, +field.value || 0)
  const unspent = () => fields.reduce((sum, field) => sum - given(field), +total)
  const set = (field: HTMLInputElement, n: number) => put(field, n > 0 ? `${n}` : '')

  const pots = fields.map((field) => {
    const dots = make('span', 'dots')
    dots.setAttribute('aria-hidden', 'true')
    const step = (by: number, words: string) => {
      const button = makeButton('way', by > 0 ? '+' : '−', () => {
        if (by < 0 || unspent() > 0) set(field, given(field) + by)
      })
      button.setAttribute('aria-label', say(words, { label: labelOf(field) }))
      return button
    }
    const [minus, plus] = [step(-1, less), step(1, more)]
    field.before(minus)
    field.after(plus)
    field.closest('.pot')?.append(dots)
    // What is typed in goes as far as the stickers go.
    field.onchange = () => {
      if (unspent() < 0) set(field, given(field) + unspent())
    }
    return { field, minus, plus, dots }
  })

  return () => {
    const n = unspent()
    rest.textContent = say(left, { n: Math.max(0, n) })
    for (const { field, minus, plus, dots } of pots) {
      blocked(minus, !given(field))
      blocked(plus, n < 1)
      dots.textContent = '●'.repeat(Math.min(given(field), +total))
    }
  }
}
