import { onShelf } from './phone-database.ts'

/** What only this page remembers, because the phone keeps nothing for it. */
const memory = new Map<string, string>()

/**
 * Keeps text on this phone; resolves when it is on the disk. The ladder: the phone's database, then the
 * browser's simple storage, then the memory of this page. What stands on a lower rung is the newer.
 */
export async function keep(key: string, text: string): Promise<void> {
  const simple = simplyKept(key)
  try {
    await onShelf('readwrite', (shelf) => shelf.put(text, key))
    memory.delete(key)
    if (simple !== undefined && simplyKept(key) === simple) localStorage.removeItem(key)
  } catch {
    keepSimply(key, text)
  }
}

/** The same without waiting, for a page that is just being closed. */
export function keepSimply(key: string, text: string): void {
  try {
    localStorage.setItem(key, text)
    memory.delete(key)
  } catch {
    memory.set(key, text)
  }
}

/** Whether it will outlive this page. */
export const isSafe = (key: string) => !memory.has(key)

export async function kept(key: string): Promise<string | undefined> {
  const near = memory.get(key) ?? simplyKept(key)
  if (near !== undefined) return near
  return onShelf<string | undefined>('readonly', (shelf) => shelf.get(key)).catch(() => undefined)
}

export async function forget(key: string): Promise<void> {
  memory.delete(key)
  try {
    localStorage.removeItem(key)
  } catch {}
  await onShelf('readwrite', (shelf) => shelf.delete(key)).catch(() => undefined)
}

export async function keptKeys(prefix: string): Promise<string[]> {
  const range = () => IDBKeyRange.bound(prefix, `${prefix}\uffff`)
  const far = await onShelf('readonly', (shelf) => shelf.getAllKeys(range())).catch(() => [])
  const all = new Set([...memory.keys(), ...simpleKeys(), ...far.map(String)])
  return Array.from(all).filter((key) => key.startsWith(prefix))
}

/** What an earlier visit, or the page as it was before, left in simple storage goes up to where it is safer. */
export async function moveUp(): Promise<void> {
  for (const key of simpleKeys()) {
    const text = simplyKept(key)
    if (text !== undefined && key.startsWith('forest/')) await keep(key, text)
  }
}

// Some phones forbid it, some have none: asking for it can throw.
function simplyKept(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

function simpleKeys(): string[] {
  try {
    return Object.keys(localStorage)
  } catch {
    return []
  }
}
