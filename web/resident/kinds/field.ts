import { make, plainText } from '../dom.ts'

export type Field = HTMLInputElement | HTMLSelectElement

/** Fills a field as a hand would: whatever follows the form hears of it. */
export function put(field: Field, value: string) {
  field.value = value
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** A line that is read out when it changes, and seen by nobody. */
export function announcer(block: HTMLElement) {
  const line = make('p', 'quiet')
  line.setAttribute('role', 'status')
  block.after(line)
  return (text: string) => {
    line.textContent = text
  }
}

/** A button that does nothing now. It keeps the focus, which a disabled one would lose. */
export const block = (button: HTMLButtonElement, isBlocked: boolean) =>
  button.setAttribute('aria-disabled', `${isBlocked}`)

/** The words above a field. */
export const labelOf = (field: Field) => plainText(field.labels?.[0])
