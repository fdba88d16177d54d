import { all, announce, byId } from '../dom.ts'
import { type Field, fieldsOf, fill } from '../offline/fields.ts'
import { thisTab } from '../this-tab.ts'

interface Carried {
  path: string
  at: number
  fields: Field[]
  agreed: boolean
  /** How long it has been filled in, in milliseconds; undefined when nobody knows. */
  spent: number | undefined
  question: string | undefined
}

/** So long it lies there for whoever changed the print, and for nobody who opens the page later. */
const lastsMs = 5 * 60_000

/**
 * Whoever turns to larger print, another language or pinyin takes along what is half filled in: once, within
 * this tab, and without being asked. A draft is only offered, since somebody else may open the page later.
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

function putBack(form: HTMLFormElement, { fields, agreed, spent, question }: Carried) {
  for (const tick of all<HTMLInputElement>(':checked', form)) tick.checked = false
  fill(form, fields)
  const agree = form.querySelector<HTMLInputElement>('[name=agree]')
  if (agree) agree.checked = agreed
  if (spent === undefined) form.dataset.resumed = ''
  else form.dataset.since = `${performance.now() - spent}`
  form.dispatchEvent(new Event('input'))
  const open = question && byId(question)
  if (open) announce('go', open)
}

function keep(form: HTMLFormElement, touched: Element | null) {
  const isSeen = (one?: Element | null) => Boolean(one?.getClientRects().length)
  const last = touched?.closest('.q')
  const carried: Carried = {
    path: location.pathname,
    at: Date.now(),
    fields: fieldsOf(form),
    agreed: form.querySelector('[name=agree]:checked') !== null,
    spent:
      'resumed' in form.dataset ? undefined : performance.now() - Number(form.dataset.since || 0),
    question: (isSeen(last) ? last : all('.q', form).find(isSeen))?.id,
  }
  try {
    thisTab.carried = JSON.stringify(carried)
  } catch {
    // No room: there is the draft.
  }
}
