let shelf: Record<string, string> = {}
let lasts = false
try {
  // Some phones forbid it, some have none.
  if (localStorage) {
    shelf = localStorage as unknown as Record<string, string>
    lasts = true
  }
} catch {}

/** Keeps text on this phone; where that is not possible, as long as this page lives. */
export function keep(key: string, text: string) {
  try {
    shelf[key] = text
  } catch {
    shelf = { ...shelf, [key]: text }
    lasts = false
  }
}

/** Whether what is kept will outlive this page. */
export const isSafe = () => lasts

export const kept = (key: string): string | undefined => shelf[key]

export function forget(key: string) {
  delete shelf[key]
}

export const keptKeys = (prefix: string) =>
  Object.keys(shelf).filter((key) => key.startsWith(prefix))
