import { all, byId, isTouched, say } from './dom.ts'
import type { PageData } from './page-data.tsx'

/** One part at a time; one question for children and in the 长辈版. Each step is an address of its own, so "back" goes one step back. */
export function takeSteps(
  form: HTMLFormElement,
  { rules, words }: PageData,
  mayLeave: () => boolean,
) {
  const child = rules.audience === 'child'
  const single = child || document.documentElement.classList.contains('elder')
  const parts = all('.part', form)
  const units = parts.reduce<HTMLElement[]>((before, part) => {
    const questions = single ? all('.q', part) : []
    return before.concat(questions.length > 0 ? questions : part)
  }, [])
  const progress = byId('progress') as HTMLElement
  const bar = form.querySelector('#form > .steps') as HTMLElement
  const [back, next, send] = all('button', bar) as [HTMLElement, HTMLElement, HTMLElement]
  let here = units[0] ?? form

  const neighbour = (by: 1 | -1) => {
    const list = units.filter(isOpen)
    return list[list.indexOf(here) + by]
  }
  /** What a step asks and is not answered yet, the consent too. */
  const asked = (unit: HTMLElement) =>
    all('.q:not([hidden]):not(.note),#agree', form).find(
      (one) => unit.contains(one) && !all<HTMLInputElement>(fields, one).some(isTouched),
    )
  const goOn = (unit = neighbour(1)) => {
    if (!unit) return
    here = unit
    location.hash = `p${units.indexOf(unit)}`
    // Taken up again, it passes over what is answered; the way back leads through it.
    if ('resumed' in form.dataset && !asked(unit)) goOn()
  }
  const draw = () => {
    for (const unit of units) unit.classList.toggle('away', unit !== here)
    for (const part of parts) {
      const first = part.querySelector('.q:not([hidden])')
      part.classList.toggle('away', !part.contains(here))
      part.classList.toggle('later', single && !!first && first !== here)
    }
    const place = single ? placeByNumber(here, units) : placeOfPart(here, units)
    progress.textContent = place.n > 0 ? say(single ? words.question : words.part, place) : ''
    const asks = here.classList.contains('q') || here.querySelector('.q')
    const onward = child && asked(here) ? words.skip : single ? words.nextChild : words.next
    next.textContent = asks ? onward : words.start
    next.hidden = !neighbour(1)
    send.hidden = !next.hidden
    back.hidden = !neighbour(-1)
  }
  /** Opens the step something stands in, and goes there. */
  const reveal = (target: HTMLElement) => {
    here = units.find((unit) => unit.contains(target)) ?? here
    draw()
    const first = 'input:not([hidden]):not(.ns),textarea,select:not(.ns),button'
    target.querySelector<HTMLElement>(first)?.focus()
    // Rather the one that is known to be wrong.
    target.querySelector<HTMLElement>('input:invalid')?.focus()
    target.scrollIntoView()
  }

  // To one question, step by step, so that the way back leads through what comes before.
  document.addEventListener('go', (event) => {
    const target = (event as CustomEvent<HTMLElement>).detail
    for (const unit of units.filter(isOpen)) {
      // While a page is still coming, an address set in the usual way would take the place of the one before.
      if (unit !== here) history.pushState(null, '', `#p${units.indexOf(unit)}`)
      if (unit.contains(target)) break
    }
    reveal(target)
  })
  addEventListener('hashchange', () => {
    const target = byId(location.hash.slice(1))
    if (target) return reveal(target)
    here = units[+location.hash.slice(2)] ?? here
    draw()
    here.tabIndex = -1
    here.focus({ preventScroll: true })
    const goal = (!single && 'resumed' in form.dataset && asked(here)) || form
    goal.scrollIntoView()
  })
  form.addEventListener('input', draw)
  // Put in anew: it appears where it is needed, and does not move up from the end of a long page.
  form.append(bar)
  back.onclick = () => history.back()
  next.onclick = () => mayLeave() && goOn()
  if (location.hash) history.replaceState(null, '', location.pathname + location.search)
  here = units.find((unit) => unit.querySelector('.bad:not([hidden])')) ?? here
  draw()
  /** To what is not answered yet, from here on. */
  const resume = () => goOn(here)
  return { goOn, resume, isLast: () => !neighbour(1), reveal, here: () => here }
}

// As the questions are numbered on the page and on paper, so that everyone speaks of the same one.
function placeByNumber(here: HTMLElement, units: HTMLElement[]) {
  const numberOf = (unit: HTMLElement) =>
    Number.parseInt(unit.querySelector('legend b,.title b')?.textContent ?? '', 10) || 0
  return { n: numberOf(here), of: Math.max(...units.filter(isOpen).map(numberOf)) }
}

function placeOfPart(here: HTMLElement, units: HTMLElement[]) {
  const counted = units.filter((unit) => isOpen(unit) && unit.querySelector('legend,.title'))
  return { n: counted.indexOf(here) + 1, of: counted.length }
}

const isOpen = (unit: HTMLElement) =>
  !unit.hidden && (!unit.querySelector('.q') || unit.querySelector('.q:not([hidden])'))

const fields = 'input,textarea,select'
