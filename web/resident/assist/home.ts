import { byId } from '../dom.ts'
import { thisTab } from '../this-tab.ts'

/** A device in a hall remembers for its tab where it begins: an address, and nothing about anybody. */
export function rememberHome(start: string) {
  thisTab.home = start
}

/** A page that was opened past the hall's link, and so knows nothing of the hall, is left for its start. */
export function goHomeIfLost() {
  const { home } = thisTab
  // Where its link has run out, its start says so, and the device stays there until it gets another.
  if (home && !byId('session') && location.pathname !== home) location.replace(home)
}
