/** Closes what a chart already shows, and opens it again for paper: a printed page has no "show table". */
export function letTablesRest(page: Document): void {
  const drawn = [...page.querySelectorAll<HTMLDetailsElement>('details[data-numbers]')].filter(
    (details) => details.closest('figure')?.querySelector('canvas:not([hidden])'),
  )
  for (const details of drawn) details.open = false
  let opened: HTMLDetailsElement[] = []
  window.addEventListener('beforeprint', () => {
    opened = drawn.filter((details) => !details.open)
    for (const details of opened) details.open = true
  })
  window.addEventListener('afterprint', () => {
    for (const details of opened) details.open = false
  })
}
