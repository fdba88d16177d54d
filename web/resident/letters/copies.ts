/**
 * Makes a button copy a text. Old phones, and addresses without a lock, have no clipboard: there it is not
 * shown, and what it would copy stands to be copied by hand.
 */
export function copies(button: HTMLButtonElement, text = '', copied = '') {
  button.onclick = async () => {
    await navigator.clipboard.writeText(text)
    button.textContent = copied
  }
  button.hidden = !navigator.clipboard
  return button
}
