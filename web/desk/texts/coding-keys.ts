/** Codes by keyboard: figures tick, 0 is none, J and K go on and back, Enter saves. */
export function wakeCodingKeys(page: Document): void {
  const form = page.querySelector<HTMLFormElement>('[data-coding]')
  if (!form) return
  for (const keys of form.querySelectorAll<HTMLElement>('[data-keys]')) keys.hidden = false
  page.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    const { target } = event
    // On a link or a button, Enter is theirs.
    const isBusy = target instanceof HTMLElement && target.matches('a, button, textarea, summary')
    if (event.key === 'Enter' && isBusy) return
    const done = press(form, event.key)
    if (done) event.preventDefault()
  })
}

function press(form: HTMLFormElement, key: string): boolean {
  if (/^[1-9]$/.test(key)) {
    const boxes = form.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')
    const box = boxes[Number(key) - 1]
    if (!box) return false
    box.checked = !box.checked
    box.focus()
    return true
  }
  const control = controls[key.toLowerCase()]
  const found = control && form.querySelector<HTMLElement>(control)
  if (!found) return false
  found.click()
  return true
}

const controls: Record<string, string> = {
  '0': '[data-none]',
  enter: '[data-save]',
  j: '[data-next]',
  k: '[data-previous]',
}
