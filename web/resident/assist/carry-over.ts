import { all } from '../dom.ts'
import { type Field, fieldsOf, fill } from '../offline/fields.ts'

interface Carried {
  path: string
  fields: Field[]
  agreed: boolean
  /** The question that stood open. */
  question: string | undefined
}

/**
 * A shared phone keeps no draft, so what is half filled in is taken along, once and within this tab, when its
 * writer turns to larger print or another language.
 */
export function carryOver(form: HTMLFormElement | undefined) {
  try {
    const kept: Carried | undefined = JSON.parse(sessionStorage.carried ?? 'null') ?? undefined
    // A child's guardian may be asked once more before the sheet comes.
    if (kept?.path !== location.pathname || form) sessionStorage.removeItem('carried')
    if (form && kept?.path === location.pathname) putBack(form, kept)
  } catch {
    // Some phones forbid even asking.
  }
  if (!form) return
  document.addEventListener('click', ({ target }) => {
    const link = (target as Element).closest<HTMLAnchorElement>('.switches a,.sizes a')
    if (link?.pathname === location.pathname) keep(form)
  })
}

function putBack(form: HTMLFormElement, { fields, agreed, question }: Carried) {
  for (const tick of all<HTMLInputElement>(':checked', form)) tick.checked = false
  fill(form, fields)
  const agree = form.querySelector<HTMLInputElement>('[name=agree]')
  if (agree) agree.checked = agreed
  form.dataset.resumed = ''
  form.dispatchEvent(new Event('input'))
  if (question) location.hash = question
}

function keep(form: HTMLFormElement) {
  const carried: Carried = {
    path: location.pathname,
    fields: fieldsOf(form),
    agreed: form.querySelector('[name=agree]:checked') !== null,
    question: all('.q', form).find((one) => one.getClientRects().length > 0)?.id,
  }
  try {
    sessionStorage.carried = JSON.stringify(carried)
  } catch {
    // As above, or no room.
  }
}
