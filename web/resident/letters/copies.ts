/**
 * Makes a button copy a text. Where the phone will not, `byHand` puts it before the resident's finger. Old
 * phones, and addresses without a lock, have no clipboard at all: there the button is not shown.
 */
export function copies(
  button: HTMLButtonElement,
  text: string,
  copied: string,
  byHand: () => void,
) {
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(text)
      button.textContent = copied
    } catch {
      byHand()
    }
  }
  button.hidden = !navigator.clipboard
  return button
}
