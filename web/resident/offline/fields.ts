import { all, isTick } from '../dom.ts'

export type Field = [name: string, value: string]

// Where it came from belongs to this page, and consent is given anew each time.
const notKept = ['id', 'v', 'm', 'channel', 'agree', 'blank']

/** What is filled in, so that it can be put back later. */
export function fieldsOf(form: HTMLFormElement): Field[] {
  // A photo is too much to be kept at every change: it is taken again.
  const photos = all<HTMLInputElement>('[data-jpeg]', form).map(({ name }) => name)
  const left = notKept.concat(photos)
  return Array.from(new FormData(form)).filter(
    (field): field is Field =>
      typeof field[1] === 'string' && !!field[1] && !left.includes(field[0]),
  )
}

/** Puts it back. What was answered anew on this page stays: only what is still blank is filled in. */
export function fill(form: HTMLFormElement, fields: Field[]) {
  const now = new FormData(form)
  for (const input of all<HTMLInputElement>('[name]:not([type=file])', form)) {
    const mine = fields.filter(([name]) => name === input.name).map(([, value]) => value)
    if (mine.length === 0 || now.get(input.name)) continue
    if (isTick(input)) input.checked = mine.includes(input.value)
    else input.value = mine[0] ?? ''
  }
}
