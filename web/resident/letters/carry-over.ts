import { all, announce, byId, make, mark } from '../dom.ts'
import { showPhoto } from '../kinds/show-photo.ts'
import { type Field, fieldsOf, fill } from '../offline/fields.ts'
import { thisTab } from '../this-tab.ts'

interface Carried {
  path: string
  at: number
  fields: Field[]
  photos: Photo[]
  agreed: boolean
  /** How long it has been filled in, in milliseconds; undefined when nobody knows. */
  spent: number | undefined
  question: string | undefined
}

interface Photo {
  question: string
  id: string
  /** Empty where this tab has no room for it. */
  jpeg: string
}

/** So long it lies there for whoever changed the print, and for nobody who opens the page later. */
const lastsMs = 5 * 60_000

/**
 * Whoever turns to larger print, another language or pinyin takes along what is half filled in, photos too: once,
 * within this tab, and without being asked. A photo that finds no room is asked for anew. A draft is only
 * offered, since somebody else may open the page later.
 */
export function carryOver(form: HTMLElement | null) {
  const sheet = form instanceof HTMLFormElement && 'send' in form.dataset ? form : undefined
  const kept = take(sheet)
  if (!sheet) return
  if (kept) putBack(sheet, kept)
  let touched = document.activeElement
  sheet.addEventListener('input', ({ target }) => {
    touched = target as Element
  })
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>(
      '.switches a,.sizes a,#pinyin',
    )
    // Pinyin mostly comes without leaving the page.
    const stays = link?.id === 'pinyin' && event.defaultPrevented
    if (link?.pathname === location.pathname && !stays) keep(sheet, touched)
  })
}

function take(sheet: HTMLFormElement | undefined): Carried | undefined {
  const kept: Carried | undefined = JSON.parse(thisTab.carried ?? 'null') ?? undefined
  const isHere = kept?.path === location.pathname && kept.at > Date.now() - lastsMs
  // A child's guardian may be asked once more before the sheet comes.
  if (!isHere || sheet) delete thisTab.carried
  return isHere ? kept : undefined
}

function putBack(form: HTMLFormElement, carried: Carried) {
  const { fields, photos, agreed, spent, question } = carried
  for (const tick of all<HTMLInputElement>(':checked', form)) tick.checked = false
  fill(form, fields)
  for (const { question, id, jpeg } of photos) {
    const block = byId(question)?.querySelector<HTMLElement>('.photo')
    if (jpeg) showPhoto(block, `data:image/jpeg;base64,${jpeg}`, id)
    else block?.querySelector('img')?.after(askAgain(block))
  }
  const agree = form.querySelector<HTMLInputElement>('[name=agree]')
  if (agree) agree.checked = agreed
  if (spent === undefined) form.dataset.resumed = ''
  else form.dataset.since = `${performance.now() - spent}`
  form.dispatchEvent(new Event('input'))
  const open = question && byId(question)
  if (!open) return
  announce('go', open)
  // Its first choice would look chosen.
  const chosen = open.querySelector<HTMLElement>('input:checked')
  if (!chosen && open.tagName === 'FIELDSET') open.tabIndex = -1
  ;(chosen ?? open).focus({ preventScroll: true })
}

const askAgain = ({ dataset }: HTMLElement) =>
  mark(make('p', 'bad again', dataset.again ?? ''), { role: 'alert' })

function keep(form: HTMLFormElement, touched: Element | null) {
  const isSeen = (one?: Element | null) => Boolean(one?.getClientRects().length)
  const last = touched?.closest('.q')
  const photos = all<HTMLInputElement>('[data-jpeg]', form).map(({ name, value, dataset }) => {
    return { question: name, id: value, jpeg: dataset.jpeg ?? '' }
  })
  const carried: Carried = {
    path: location.pathname,
    at: Date.now(),
    fields: fieldsOf(form),
    photos,
    agreed: form.querySelector('[name=agree]:checked') !== null,
    spent:
      'resumed' in form.dataset ? undefined : performance.now() - Number(form.dataset.since || 0),
    question: (isSeen(last) ? last : all('.q', form).find(isSeen))?.id,
  }
  if (!put(carried)) put({ ...carried, photos: photos.map((photo) => ({ ...photo, jpeg: '' })) })
}

function put(carried: Carried): boolean {
  try {
    thisTab.carried = JSON.stringify(carried)
    return true
  } catch {
    // No room: there is the draft.
    return false
  }
}
