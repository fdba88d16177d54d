/** The button is there only where it can do something. */
export function wakePrintButtons(page: Document): void {
  for (const button of page.querySelectorAll<HTMLElement>('[data-print]')) {
    button.hidden = false
    button.addEventListener('click', () => window.print())
  }
}
