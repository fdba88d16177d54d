/** A new element with words in it. Words only ever enter the page as text. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  text = '',
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  element.className = className
  element.textContent = text
  return element
}

/** A button that does not send the form. */
export function makeButton(className: string, text: string, press: () => void) {
  const button = make('button', className, text)
  button.type = 'button'
  button.onclick = press
  return button
}

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
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(given[name] ?? ''))
}

export const all = <E extends Element = HTMLElement>(
  selector: string,
  within: ParentNode = document,
) => Array.from(within.querySelectorAll<E>(selector))

/** 11月30日, or with more of it, in the language of the page. */
export const dateOf = (time: number, more?: Intl.DateTimeFormatOptions) =>
  new Date(time).toLocaleString(document.documentElement.lang, {
    month: 'long',
    day: 'numeric',
    ...more,
  })
