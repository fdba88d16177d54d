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

/**
 * Keeps what is being filled in on this phone, and offers it again after the page was closed. Whoever fills in
 * anew and leaves the offer standing takes nothing away from it: what was found is put aside.
 */
export function keepDraft(
  form: HTMLFormElement,
  { consultation, rules, words }: PageData,
  offer: HTMLElement,
  goOn: () => void,
) {
  // Whichever version it was begun in: what still fits is taken over.
  const key = `${drafts}${consultation}/${rules.audience}`
  /** What earlier visits left, the oldest first, as long as it is neither taken up nor thrown away. */
  let found: Draft[] = []
  let isFirst = true
  let due: ReturnType<typeof setTimeout> | undefined

  const rest = () => {
    clearTimeout(due)
    due = undefined
  }
  const begin = () => {
    rest()
    if (isFirst) for (const one of found) keepAtOnce(`${key}/${one.at}`, JSON.stringify(one))
    isFirst = false
  }
  const save = (here = keep) => {
    begin()
    return here(key, JSON.stringify({ at: Date.now(), fields: fieldsOf(form) }))
  }
  /** It has been posted. */
  const drop = () => {
    begin()
    return forget(key)
  }
  // A page that is being closed waits for nothing.
  const hurry = () => due && save(keepAtOnce)

  const [resume, restart] = all('button', offer) as [HTMLElement, HTMLElement]
  resume.onclick = () => {
    for (const { fields } of found.reverse()) fill(form, fields)
    found = []
    form.dataset.resumed = ''
    form.dispatchEvent(new Event('input'))
    goOn()
    save().then(() => eraseDrafts(`${key}/`))
  }
  restart.onclick = () => {
    if (!confirm(words.sure)) return
    rest()
    found = []
    offer.hidden = true
    eraseDrafts(key)
  }
  const look = async () => {
    found = (await readAll<Draft>(key)).filter(isFresh)
    sift()
  }
  /** What lies on the page already needs no offer. */
  const sift = () => {
    const here = JSON.stringify(fieldsOf(form))
    found = found.filter(({ fields }) => !fields.every((one) => here.includes(JSON.stringify(one))))
    offer.hidden = !found[0]
  }
  look()

  form.addEventListener('input', () => {
    sift()
    // Never put off: whoever types on and on is kept up with.
    due =
      due ||
      setTimeout(async () => {
        // A phone may have been too slow at first: what is there must be found before it is written over.
        if (isFirst && !found[0]) await look()
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
