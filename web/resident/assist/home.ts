import { byId } from '../dom.ts'

/** A device in a hall remembers for its tab where it begins: an address, and nothing about anybody. */
export function rememberHome(start: string) {
  try {
    sessionStorage.home = start
  } catch {
    // Some phones forbid even asking.
  }
}

/** A page that was opened past the hall's link, and so knows nothing of the hall, is left for its start. */
export function goHomeIfLost() {
  try {
    const { home } = sessionStorage
    // Where its link has run out, its start says so, and the device stays there until it gets another.
    if (home && !byId('session') && location.pathname !== home) location.replace(home)
  } catch {
    // As above.
  }
}
