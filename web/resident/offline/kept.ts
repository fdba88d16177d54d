import { onShelf } from './phone-database.ts'

/** What only this page remembers, because the phone keeps nothing for it. */
const memory = new Map<string, string>()
let simple: Storage | undefined
try {
  simple = localStorage
} catch {
  // Some phones forbid even asking.
}

/**
 * Keeps text on this phone; resolves when it is on the disk. The ladder: the phone's database, then the
 * browser's simple storage, then the memory of this page. What stands on a lower rung is the newer.
 */
export async function keep(key: string, text: string): Promise<void> {
  const before = simplyKept(key)
  try {
    await onShelf('readwrite', (shelf) => shelf.put(text, key))
    memory.delete(key)
    // Written meanwhile by a page that was closed, it is newer.
    if (simplyKept(key) === before) simple?.removeItem(key)
  } catch {
    keepSimply(key, text)
  }
}

/** The same for a page that is just being closed: the simple storage takes it at once. */
export function keepAtOnce(key: string, text: string): Promise<void> {
  keepSimply(key, text)
  return keep(key, text)
}

function keepSimply(key: string, text: string): void {
  memory.set(key, text)
  try {
    if (!simple) return
    simple.setItem(key, text)
    memory.delete(key)
  } catch {
    // No room left.
  }
}

/** Whether it will outlive this page. */
export const isSafe = (key: string) => !memory.has(key)

export async function kept(key: string): Promise<string | undefined> {
  const near = memory.get(key) ?? simplyKept(key)
  if (near !== undefined) return near
  return onShelf<string | undefined>('readonly', (shelf) => shelf.get(key)).catch(() => undefined)
}

/** What was kept as JSON; undefined when it is not there, or cannot be read and must stand in nobody's way. */
export async function read<T>(key: string): Promise<T | undefined> {
  try {
    return JSON.parse((await kept(key)) ?? '')
  } catch {
    return undefined
  }
}

/** Everything kept as JSON under keys that begin so, the oldest first. */
export async function readAll<T extends { at?: number }>(prefix: string): Promise<T[]> {
  const found = await Promise.all((await keptKeys(prefix)).map((key) => read<T>(key)))
  const all = found.filter(Boolean) as T[]
  return all.sort((one, other) => (one.at ?? 0) - (other.at ?? 0))
}

export async function forget(key: string): Promise<void> {
  memory.delete(key)
  simple?.removeItem(key)
  await onShelf('readwrite', (shelf) => shelf.delete(key)).catch(() => undefined)
}

export async function keptKeys(prefix: string): Promise<string[]> {
  const far = await onShelf(
    'readonly',
    (shelf) => shelf.getAllKeys() as IDBRequest<string[]>,
  ).catch(() => [])
  const all = new Set([...memory.keys(), ...simpleKeys(), ...far])
  return Array.from(all).filter((key) => key.startsWith(prefix))
}

/** What an earlier visit, or the page as it was before, left in simple storage goes up to where it is safer. */
export async function moveUp(): Promise<void> {
  for (const key of simpleKeys()) {
    const text = simplyKept(key)
    if (text !== undefined && key.startsWith('forest/')) await keep(key, text)
  }
}

const simplyKept = (key: string) => simple?.getItem(key) ?? undefined
const simpleKeys = () => Object.keys(simple ?? {})
