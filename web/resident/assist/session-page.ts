import { all, byId, make, makeButton, say } from '../dom.ts'
import { newId } from '../offline/new-id.ts'
import type { SessionData } from './session-data.tsx'

// One phone, many people: after each response the form is cleared for the next, with or without a network.
const form = byId('form')
const data = byId('session')
if (form instanceof HTMLFormElement && data) serveMany(form, JSON.parse(data.textContent ?? '{}'))

function serveMany(form: HTMLFormElement, { channel, idleSeconds, words }: SessionData) {
  const panel = make('section', 'letter')
  panel.tabIndex = -1
  panel.hidden = true
  form.after(panel)
  let idle: ReturnType<typeof setTimeout> | undefined

  /** Says that it is kept, and its receipt as soon as there is one. */
  const show = (receipt?: string) => {
    panel.textContent = ''
    panel.append(make('h2', '', receipt ? words.arrived : words.kept))
    if (receipt) panel.append(make('p', '', words.code), make('p', 'code', receipt))
    else panel.append(make('p', '', words.keptMore))
    panel.append(makeButton('go', words.next, next))
    panel.hidden = false
    panel.focus()
    watch()
  }
  const next = () => {
    const helper = all<HTMLInputElement>('[name^="~"]:checked', form).map(({ name, value }) => [
      name,
      value,
    ])
    form.reset()
    for (const input of all<HTMLInputElement>('[name^="~"]', form)) {
      // Who helps and where is mostly the same for the next person.
      if (helper.some(([name, value]) => name === input.name && value === input.value))
        input.checked = true
    }
    for (const photo of all('[data-jpeg]', form)) delete photo.dataset.jpeg
    for (const line of all('.q .bad:not([hidden]), #agree .bad')) line.remove()
    byId('summary')?.remove()
    const id = form.querySelector<HTMLInputElement>('[name=id]')
    if (id) id.value = newId()
    panel.hidden = true
    form.hidden = false
    form.dispatchEvent(new Event('input'))
    location.hash = 'p0'
    scrollTo(0, 0)
    watch()
  }

  /** A device in a hall clears itself when somebody walked away, but asks first, and any touch is an answer. */
  const watch = () => {
    clearTimeout(idle)
    byId('still')?.remove()
    if (channel === 'kiosk') idle = setTimeout(ask, idleSeconds * 1_000)
  }
  const ask = () => {
    if (!panel.hidden) return next()
    if (!isTouched(form)) return
    const box = make('div', 'summary')
    box.id = 'still'
    box.setAttribute('role', 'alert')
    box.append(
      make('h2', '', words.still),
      make('p', '', say(words.stillMore, { n: idleSeconds })),
      makeButton('go', words.yes, watch),
    )
    form.before(box)
    box.scrollIntoView()
    idle = setTimeout(next, idleSeconds * 1_000)
  }
  for (const sign of ['input', 'pointerdown', 'keydown', 'scroll'])
    addEventListener(sign, () => byId('still') || watch(), { passive: true })

  document.addEventListener('kept', () => show())
  document.addEventListener('arrived', (event) => {
    const { id, receipt } = (event as CustomEvent<{ id: string; receipt: string }>).detail
    // The letter before may arrive while the next person is writing already.
    if (!panel.hidden && id === new FormData(form).get('id')) show(receipt)
  })
  watch()
}

const isTouched = (form: HTMLFormElement) =>
  all<HTMLInputElement>('input:not([type=hidden]):not([name^="~"]),textarea,select', form).some(
    (field) => (/radio|checkbox/.test(field.type) ? field.checked : field.value),
  )
