import { all, make, makeButton } from './dom.ts'
import { forget, keep, kept } from './kept.ts'
import type { LiveSheet } from './live-sheet.ts'
import type { PageData } from './page-data.tsx'

type Field = [name: string, value: string]

// Where it came from belongs to this page, and consent is given anew each time.
const notKept = ['id', 'v', 'm', 'channel', 'agree']
const monthMs = 30 * 86_400_000

/** Keeps what is being filled in on this phone, and offers it again after the page was closed. */
export function keepDraft(sheet: LiveSheet, data: PageData) {
  const { form } = sheet
  const { consultation, rules, version, words } = data
  const key = `forest/draft/${consultation}/${rules.audience}/${version}`
  let due: ReturnType<typeof setTimeout> | undefined

  const save = () => {
    const fields: Field[] = []
    new FormData(form).forEach((value, name) => {
      if (typeof value === 'string' && value && !notKept.includes(name)) fields.push([name, value])
    })
    if (fields.length > 0) keep(key, JSON.stringify({ at: Date.now(), fields }))
  }
  const drop = () => {
    clearTimeout(due)
    forget(key)
  }

  const found = read(key)
  if (found.length > 0) {
    const offer = make('aside', 'told', words.draft)
    const choice = make('p', 'steps')
    choice.append(
      makeButton('go', words.resume, () => {
        fill(form, found)
        offer.remove()
        form.dispatchEvent(new Event('input'))
        sheet.update()
      }),
      makeButton('plain', words.restart, () => {
        drop()
        offer.remove()
      }),
    )
    offer.append(choice)
    form.before(offer)
  }

  form.addEventListener('input', () => {
    clearTimeout(due)
    due = setTimeout(save, 200)
  })
  return { drop }
}

function read(key: string): Field[] {
  const { at, fields } = JSON.parse(kept(key) ?? '{}')
  return Date.now() - at < monthMs ? fields : []
}

// What was answered anew on this page stays: only what is still blank comes from the draft.
function fill(form: HTMLFormElement, fields: Field[]) {
  const now = new FormData(form)
  for (const input of all<HTMLInputElement | HTMLTextAreaElement>('[name]', form)) {
    if (notKept.includes(input.name) || now.get(input.name)) continue
    const mine = fields.filter(([name]) => name === input.name).map(([, value]) => value)
    if (input.type === 'radio' || input.type === 'checkbox') {
      ;(input as HTMLInputElement).checked = mine.includes(input.value)
    } else input.value = mine[0] ?? ''
  }
}
