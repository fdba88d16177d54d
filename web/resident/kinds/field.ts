import { all, mark, plainText } from '../dom.ts'

export type Field = HTMLInputElement | HTMLSelectElement

/** Something the server has put inside: it is always there. */
export const find = <E extends Element = HTMLElement>(selector: string, within: Element) =>
  within.querySelector(selector) as E

export const buttonsIn = (block: Element) => all<HTMLButtonElement>('button', block)

/** What the server wrote down for the script, in `data-…`. */
export const wordsOf = <Name extends string>(block: HTMLElement) =>
  block.dataset as Record<Name, string>

/** Fills a field as a hand would: whatever follows the form hears of it. */
export function put(field: Field, value: string) {
  field.value = value
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Says something in the line below a block that is read out when it changes, and seen by nobody. */
export function tell(block: HTMLElement, text: string) {
  if (block.nextElementSibling) block.nextElementSibling.textContent = text
}

/** A button that does nothing now. It keeps the focus, which a disabled one would lose. */
export const block = (button: HTMLButtonElement, isBlocked: boolean) =>
  mark(button, { 'aria-disabled': `${isBlocked}` })

/** The words above a field. */
export const labelOf = (field: Field) => plainText(field.labels?.[0])

/** Where on an element a finger is: 0…1 from the left and from the top. Beside it, the nearest edge. */
export function placeOn(element: Element, { clientX, clientY }: MouseEvent) {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { x: within((clientX - left) / width), y: within((clientY - top) / height) }
}

export const within = (part: number) => Math.max(0, Math.min(1, part))
