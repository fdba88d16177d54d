import { all, byId, make, makeButton } from '../dom.ts'
import { newId } from '../offline/new-id.ts'
import type { Letters } from '../offline/show-letters.ts'
import { askChild } from './ask-child.ts'
import { inGroups } from './in-groups.ts'
import type { SessionData } from './session-data.tsx'

/** One sheet, many people: after each response it is cleared for the next, with or without a network. */
export function serveMany(form: HTMLFormElement, { words }: SessionData) {
  const panel = make('section', 'letter')
  const children = askChild(form, () => say(words.next, words.declinedHeading, words.declined))
  panel.tabIndex = -1
  panel.hidden = true
  form.after(panel)

  const say = (way: string, heading: string, ...more: (string | HTMLElement)[]) => {
    const lines = more
      .filter(Boolean)
      .map((line) => (typeof line === 'string' ? make('p', '', line) : line))
    panel.textContent = ''
    panel.append(
      make('h2', '', heading),
      ...lines,
      makeButton('go', way, () => next()),
    )
    form.hidden = true
    panel.hidden = false
    panel.focus()
  }
  /** Says that it is kept, and its receipt as soon as there is one. */
  const show = (receipt?: string) =>
    receipt
      ? say(words.noted, words.arrived, words.code, inGroups(receipt), words.soon)
      : say(words.next, words.kept, words.keptMore)
  let letters: Letters | undefined
  /** Whose receipt is being copied; whoever goes on to the next person has handed it on. */
  let copying = ''
  const clear = () => {
    if (copying) letters?.takeBack(copying)
    copying = ''
    empty(form)
    for (const line of all('.q .bad, #agree .bad')) {
      // The warnings of some kinds of question stay in place and are shown when they are needed.
      if (line.closest('[id$="-h"], #agree')) line.remove()
      else line.hidden = true
    }
    byId('summary')?.remove()
    const id = form.querySelector<HTMLInputElement>('[name=id]')
    if (id) id.value = newId()
    delete form.dataset.since
    delete form.dataset.resumed
    // The next person's page holds nobody else's receipt.
    panel.textContent = ''
    panel.hidden = true
    form.hidden = false
    children?.()
    form.dispatchEvent(new Event('input'))
    location.hash = 'p0'
    scrollTo(0, 0)
  }

  // What the server would not take comes back to be looked at.
  new MutationObserver(() => {
    if (!form.hidden) panel.hidden = true
  }).observe(form, { attributeFilter: ['hidden'] })

  let next = clear

  // Each person's time begins when they first touch the phone.
  for (const sign of ['pointerdown', 'keydown', 'input']) {
    addEventListener(sign, () => {
      form.dataset.since = form.dataset.since || `${performance.now()}`
    })
  }
  document.addEventListener('kept', () => show())
  document.addEventListener('arrived', (event) => {
    const { id, receipt } = (event as CustomEvent<{ id: string; receipt: string }>).detail
    // The letter before may arrive while the next person is writing already.
    if (panel.hidden || id !== new FormData(form).get('id')) return
    copying = id
    show(receipt)
  })
  document.addEventListener('letters', (event) => {
    letters = (event as CustomEvent<Letters>).detail
  })
  return {
    clear,
    showsCode: () => panel.querySelector('.code') !== null,
    /** What the next person's button does instead of only clearing. */
    onNext(leave: () => void) {
      next = leave
    },
  }
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLOptionElement

/** Blank, also where the server had filled in what one person sent before the script was there. */
function empty(form: HTMLFormElement) {
  // Who helps and where is mostly the same for the next person.
  const helper = all<HTMLInputElement>('[name^="~"]:checked', form)
  for (const field of all<Field>('input:not([type=hidden]),textarea,option', form)) {
    if ('defaultSelected' in field) field.defaultSelected = false
    else if (!/radio|checkbox/.test(field.type)) field.defaultValue = ''
    else if ('defaultChecked' in field) field.defaultChecked = helper.includes(field)
  }
  form.reset()
  for (const photo of all('[data-jpeg]', form)) delete photo.dataset.jpeg
}
