import { all, byId, make, makeButton, say } from './dom.ts'
import type { PageData } from './page-data.tsx'

/** One part at a time (for children: one question). Each step is an address of its own, so "back" goes one step back. */
export function takeSteps(
  form: HTMLFormElement,
  { rules, words }: PageData,
  mayLeave: () => boolean,
) {
  const child = rules.audience === 'child'
  const units = all(child ? '.q' : '.part', form)
  const progress = make('p', 'progress')
  const bar = make('p', 'steps')
  const back = makeButton('plain', words.back, () => history.back())
  const next = makeButton('go', words.next, () => mayLeave() && goOn())
  const send = form.querySelector('[type=submit]') as HTMLElement
  let here = units[0] ?? form

  const neighbour = (by: 1 | -1) => {
    const list = units.filter(isOpen)
    return list[list.indexOf(here) + by]
  }
  const goOn = () => {
    const unit = neighbour(1)
    if (unit) location.hash = `p${units.indexOf(unit)}`
  }
  const draw = () => {
    for (const unit of units) unit.classList.toggle('away', unit !== here)
    const counted = units.filter((unit) => isOpen(unit) && unit.querySelector('legend,.title'))
    const n = counted.indexOf(here) + 1
    const part = say(child ? words.question : words.part, { n, of: counted.length })
    progress.textContent = n > 0 ? part : ''
    next.textContent = n > 0 ? words.next : words.start
    if (child) next.textContent = isTouched(here) ? words.nextChild : words.skip
    next.hidden = !neighbour(1)
    send.hidden = !next.hidden
    back.hidden = !neighbour(-1)
  }
  /** Opens the step something stands in, and goes there. */
  const reveal = (target: HTMLElement) => {
    here = units.find((unit) => unit.contains(target)) ?? here
    draw()
    ;(target.querySelector('input:not([hidden]),textarea,select,button') as HTMLElement)?.focus()
    target.scrollIntoView()
  }

  addEventListener('hashchange', () => {
    const target = byId(location.hash.slice(1))
    if (target) return reveal(target)
    here = units[+location.hash.slice(2)] ?? here
    draw()
    here.tabIndex = -1
    here.focus({ preventScroll: true })
    form.scrollIntoView()
  })
  form.addEventListener('input', draw)
  form.prepend(progress)
  bar.append(back, next, send)
  form.append(bar)
  progress.setAttribute('role', 'status')
  if (location.hash) history.replaceState(null, '', location.pathname + location.search)
  here = units.find((unit) => unit.querySelector('.bad:not([hidden])')) ?? here
  draw()
  return { goOn, isLast: () => !neighbour(1), reveal, here: () => here }
}

const isOpen = (unit: HTMLElement) =>
  !unit.hidden && (!unit.querySelector('.q') || unit.querySelector('.q:not([hidden])'))

const isTouched = (unit: HTMLElement) =>
  all<HTMLInputElement>('input,textarea,select', unit).some((input) =>
    /radio|checkbox/.test(input.type) ? input.checked : input.value,
  )
