import { all, isTick } from '../dom.ts'
import type { PageData } from '../page-data.tsx'
import { forget, keep, keepAtOnce, keptKeys, read, readAll } from './kept.ts'

type Field = [name: string, value: string]
interface Draft {
  at: number
  fields: Field[]
}

// Where it came from belongs to this page, and consent is given anew each time.
const notKept = ['id', 'v', 'm', 'channel', 'agree', 'blank']
const drafts = 'forest/draft/'
const monthMs = 30 * 86_400_000

/** Keeps what is being filled in on this phone, and offers it again after the page was closed. */
export function keepDraft(
  form: HTMLFormElement,
  { consultation, rules }: PageData,
  offer: HTMLElement,
  goOn: () => void,
) {
  // Whichever version it was begun in: what still fits is taken over.
  const key = `${drafts}${consultation}/${rules.audience}`
  /** What an earlier visit left, as long as it is neither taken up nor thrown away. */
  let found: Field[] = []
  let isFirst = true
  let due: ReturnType<typeof setTimeout> | undefined

  const rest = () => {
    clearTimeout(due)
    due = undefined
  }
  const save = (here: typeof keep = keep) => {
    rest()
    const fields = fieldsOf(form)
    const names = fields.map(([name]) => name)
    fields.push(...found.filter(([name]) => !names.includes(name)))
    return here(key, JSON.stringify({ at: Date.now(), fields }))
  }
  const drop = () => {
    rest()
    isFirst = false
    found = []
    offer.hidden = true
    return eraseDrafts(key)
  }
  // A page that is being closed waits for nothing.
  const hurry = () => due && save(keepAtOnce)

  const [resume, restart] = all('button', offer) as [HTMLElement, HTMLElement]
  resume.onclick = () => {
    isFirst = false
    fill(form, found)
    form.dataset.resumed = ''
    found = []
    offer.hidden = true
    form.dispatchEvent(new Event('input'))
    goOn()
  }
  restart.onclick = drop
  const look = async () => {
    const newest = (await readAll<Draft>(key)).pop()
    if (!isFresh(newest)) return
    found = newest.fields
    offer.hidden = false
  }
  look()

  form.addEventListener('input', () => {
    // Never put off: whoever types on and on is kept up with.
    due =
      due ||
      setTimeout(async () => {
        // A phone may have been too slow at first: what is there must be found before it is written over.
        if (isFirst && found.length === 0) await look()
        isFirst = false
        if (due) save()
      }, 200)
  })
  addEventListener('pagehide', hurry)
  document.addEventListener('visibilitychange', () => document.hidden && hurry())
  return { drop, save }
}

/** Erases drafts; without a key those that nobody went on with for a month. */
export async function eraseDrafts(key?: string) {
  for (const one of await keptKeys(key ?? drafts)) {
    if (key || !isFresh(await read<Draft>(one))) await forget(one)
  }
}

const isFresh = (draft?: Draft): draft is Draft =>
  draft !== undefined && draft.at > Date.now() - monthMs

function fieldsOf(form: HTMLFormElement): Field[] {
  // A photo is too much to be kept at every change: it is taken again.
  const photos = all<HTMLInputElement>('[data-jpeg]', form).map(({ name }) => name)
  const left = notKept.concat(photos)
  return Array.from(new FormData(form)).filter(
    (field): field is Field =>
      typeof field[1] === 'string' && !!field[1] && !left.includes(field[0]),
  )
}

// What was answered anew on this page stays: only what is still blank comes from the draft.
function fill(form: HTMLFormElement, fields: Field[]) {
  const now = new FormData(form)
  for (const input of all<HTMLInputElement>('[name]:not([type=file])', form)) {
    const mine = fields.filter(([name]) => name === input.name).map(([, value]) => value)
    if (mine.length === 0 || notKept.includes(input.name) || now.get(input.name)) continue
    if (isTick(input)) input.checked = mine.includes(input.value)
    else input.value = mine[0] ?? ''
  }
}
