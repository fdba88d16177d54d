import { all, announce, isTick } from '../dom.ts'
import { showPhoto } from '../kinds/show-photo.ts'
import { eraseDrafts } from '../offline/draft.ts'
import { type Field, fieldsOf } from '../offline/fields.ts'
import { forget, keep, keepAtOnce, keptKeys, read } from '../offline/kept.ts'

const corrections = 'forest/draft/correction/'

/**
 * Keeps what is being changed on this phone until it is saved, and offers it again after the page was closed.
 * What was found stays in it, with what is changed anew, until its writer takes it up or throws it away.
 */
export function keepChanges(form: HTMLFormElement, offer: HTMLElement) {
  const { response, revision, sure } = offer.dataset
  const key = `${corrections}${response}/${revision}`
  const touched = new Set<string>()
  let found: Field[] | undefined
  let due: ReturnType<typeof setTimeout> | undefined

  const look = async () => {
    found = (await read<{ fields: Field[] }>(key))?.fields
    if (found && !firstChanged(form, found)) found = undefined
    offer.hidden = !found
    // Changes to what has been corrected since, perhaps on another phone, lead nowhere any more.
    for (const one of await keptKeys(`${corrections}${response}/`)) {
      if (one !== key) await forget(one)
    }
  }
  const whole = (): Field[] => {
    const here = fieldsOf(form)
    if (!found) return here
    const isNew = ([name]: Field) => touched.has(questionOf(name))
    return found.filter((field) => !isNew(field)).concat(here.filter(isNew))
  }
  const rest = () => {
    clearTimeout(due)
    due = undefined
  }
  const save = (here = keep) => {
    rest()
    return here(key, JSON.stringify({ at: Date.now(), fields: whole() }))
  }
  /** It has been saved, or there is nothing left to correct. */
  const drop = () => {
    rest()
    return eraseChanges(response)
  }
  // A page that is being closed waits for nothing.
  const hurry = () => due && save(keepAtOnce)

  const [resume, restart] = all('button', offer) as [HTMLElement, HTMLElement]
  resume.onclick = () => {
    const fields = whole()
    const changed = firstChanged(form, fields)
    found = undefined
    offer.hidden = true
    putBack(form, fields)
    if (changed) announce('go', changed)
    save()
  }
  restart.onclick = () => {
    if (!confirm(sure)) return
    found = undefined
    offer.hidden = true
    if (touched.size > 0) save()
    else drop()
  }
  const looked = look()
  form.addEventListener('input', ({ target }) => {
    const question = (target as Element).closest('.q')
    if (!question) return
    touched.add(question.id)
    looked.then(() => {
      due = due || setTimeout(save, 200)
    })
  })
  addEventListener('pagehide', hurry)
  document.addEventListener('visibilitychange', () => document.hidden && hurry())
  return drop
}

/** Nothing of a response stays on this phone when it was corrected, or is gone. */
export const eraseChanges = (response = '') => eraseDrafts(`${corrections}${response}/`)

const questionOf = (name: string) => name.split(/[.~]/)[0] ?? ''

function firstChanged(form: HTMLFormElement, fields: Field[]): HTMLElement | undefined {
  const here = fieldsOf(form)
  const given = (to: string, all: Field[]) =>
    JSON.stringify(all.filter(([name]) => questionOf(name) === to))
  return all('.q', form).find(({ id }) => given(id, here) !== given(id, fields))
}

// The page holds what was sent: all of it gives way.
function putBack(form: HTMLFormElement, fields: Field[]) {
  for (const field of all<HTMLInputElement>('[name]:not([type=file])', form)) {
    const mine = fields.filter(([name]) => name === field.name).map(([, value]) => value)
    if (isTick(field)) field.checked = mine.includes(field.value)
    else field.value = mine[0] ?? ''
  }
  for (const photo of all<HTMLInputElement>('[type=hidden][name$="~file"]', form)) {
    if (photo.value) showPhoto(photo.closest('.photo'), photo.value)
  }
  form.dispatchEvent(new Event('input'))
}
