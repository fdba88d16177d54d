import { all, make, makeButton, say } from '../dom.ts'
import { labelOf, put } from './field.ts'

/** Stickers to put on and take off, never more than there are. */
export function improveBudget(block: HTMLElement) {
  const { total = '0', left = '', more = '', less = '' } = block.dataset
  const rest = make('p', 'rest')
  rest.setAttribute('role', 'status')
  block.prepend(rest)
  const pots = all<HTMLInputElement>('input', block).map((field) => {
    const dots = make('span', 'dots')
    const step = (by: number, words: string) => {
      const button = makeButton('way', by > 0 ? '+' : '−', () => {
        put(field, `${given(field) + by || ''}`)
      })
      button.setAttribute('aria-label', say(words, { label: labelOf(field) }))
      return button
    }
    const [minus, plus] = [step(-1, less), step(1, more)]
    field.before(minus)
    field.after(plus)
    field.parentElement?.append(dots)
    return { field, minus, plus, dots }
  })
  const given = (field: HTMLInputElement) => Math.max(0, +field.value || 0)

  return () => {
    const spent = pots.reduce((sum, { field }) => sum + given(field), 0)
    const n = +total - spent
    rest.textContent = say(left, { n })
    for (const { field, minus, plus, dots } of pots) {
      minus.disabled = !given(field)
      plus.disabled = n < 1
      dots.textContent = '●'.repeat(Math.min(given(field), +total))
    }
  }
}
