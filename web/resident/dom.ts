/** A new element with words and other elements in it. Words only ever enter the page as text. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...parts: (string | Node)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  element.className = className
  element.append(...parts)
  return element
}

/** Gives an element attributes, and gives it back. */
export function mark<E extends Element>(element: E, attributes: Record<string, string>): E {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  return element
}

/** A button that does not send the form. */
export function makeButton(className: string, text: string, press: () => void) {
  const button = make('button', className, text)
  button.type = 'button'
  button.onclick = press
  return button
}

export function makeLink(className: string, text: string, href: string) {
  return mark(make('a', className, text), { href })
}

/** Tells the scripts beside the page script. True when one of them has seen to it. */
export const announce = (name: string, detail?: unknown) =>
  !document.dispatchEvent(new CustomEvent(name, { detail, cancelable: true }))

export const byId = (id: string) => document.getElementById(id)

/** What a question asks, as the page says it. */
export const titleOf = (question: Element | null) =>
  plainText(question?.querySelector('legend,.title'))

/** The words of an element without what stands above them in pinyin. */
export function plainText(element: Element | null | undefined): string {
  const copy = element?.cloneNode(true) as Element | undefined
  for (const above of copy ? all('rt,rp', copy) : []) above.remove()
  return copy?.textContent || ''
}

/** `第 {n} 题` with what is given in place. */
export function say(text: string, given: Record<string, number | string | undefined>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => `${given[name] ?? ''}`)
}

export const all = <E extends Element = HTMLElement>(
  selector: string,
  within: ParentNode = document,
) => Array.from(within.querySelectorAll<E>(selector))

/** Whether a field is ticked, or filled in. */
export const isTouched = (field: HTMLInputElement) => (isTick(field) ? field.checked : field.value)

export const isTick = ({ type }: HTMLInputElement) => /radio|checkbox/.test(type)

/** 11月30日, or with more of it, in the language of the page. */
export const dateOf = (time: number, more?: Intl.DateTimeFormatOptions) =>
  new Date(time).toLocaleString(document.documentElement.lang, {
    month: 'long',
    day: 'numeric',
    ...more,
  })
