import { all, byId, make } from '../dom.ts'

/**
 * Before a child's sheet is cleared for another child, that one's guardian and then the child itself are asked
 * on the same page, so that it works without a network. Undefined on other sheets.
 */
export function askChild(form: HTMLFormElement, decline: () => void): (() => void) | undefined {
  const anew = byId('anew')
  const [guardian, child] = anew ? all<HTMLFormElement>('form', anew) : []
  if (!anew || !guardian || !child) return undefined
  form.before(anew)
  // Opened once more, this very address asks anew too.
  history.replaceState(null, '', withoutConsent(location.href))

  const open = (step: HTMLElement) => {
    for (const one of [guardian, child, form]) one.hidden = one !== step
    scrollTo(0, 0)
    step.tabIndex = -1
    step.focus({ preventScroll: true })
  }
  guardian.onsubmit = (event) => {
    event.preventDefault()
    open(child)
  }
  child.onsubmit = (event) => {
    event.preventDefault()
    for (const { value } of all<HTMLInputElement>('[name=grant]:checked', guardian)) {
      const granted = make('input', '')
      Object.assign(granted, { type: 'hidden', name: value, value: 'yes' })
      form.append(granted)
    }
    // A swipe back meanwhile may have turned the sheet to a later question.
    location.hash = 'p0'
    open(form)
    form.dispatchEvent(new Event('input'))
  }
  for (const no of all<HTMLButtonElement>('[type=button]', anew)) {
    no.onclick = () => {
      guardian.hidden = child.hidden = true
      decline()
    }
  }
  return () => {
    // What the guardian before agreed to was for their own child.
    for (const { value } of all<HTMLInputElement>('[name=grant]', guardian)) {
      for (const granted of all(`[type=hidden][name="${value}"]`, form)) granted.remove()
    }
    for (const link of all<HTMLAnchorElement>('.switches a,.sizes a')) {
      link.href = withoutConsent(link.href)
    }
    guardian.reset()
    child.reset()
    open(guardian)
  }
}

function withoutConsent(address: string): string {
  const url = new URL(address)
  for (const name of ['step', 'grant', 'yes']) url.searchParams.delete(name)
  return url.href
}
