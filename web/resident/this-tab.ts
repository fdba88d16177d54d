/** What this tab remembers until it is closed. Some phones forbid even asking: there it is nothing. */
export const thisTab: Record<string, string | undefined> = ask()

function ask() {
  try {
    return sessionStorage
  } catch {
    return {}
  }
}
