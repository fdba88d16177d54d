const key = 'forest/home'

/** A device in a hall remembers for its tab where it begins: an address, and nothing about anybody. */
export const rememberHome = (start: string) => tab()?.setItem(key, start)
export const forgetHome = () => tab()?.removeItem(key)

/** A page that was opened past the hall's link, and so knows nothing of the hall, is left for its start. */
export function goHomeIfLost() {
  const start = tab()?.getItem(key)
  if (!start || document.getElementById('session')) return
  // Its link has run out: the device stands in no hall any more.
  if (location.pathname === start) forgetHome()
  else location.replace(start)
}

function tab(): Storage | undefined {
  try {
    return sessionStorage
  } catch {
    // Some phones forbid even asking.
  }
}
