import { all } from '../dom.ts'
import type { PageData } from '../page-data.tsx'
import { type Field, fieldsOf, fill } from './fields.ts'
import { forget, keep, keepAtOnce, keptKeys, read, readAll } from './kept.ts'

interface Draft {
  at: number
  fields: Field[]
}

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
