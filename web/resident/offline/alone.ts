import { forget, keep, kept } from './kept.ts'
import { onShelf } from './phone-database.ts'

const me = `${Math.random()}`
const leaseMs = 30_000

/**
 * Does something unless another tab is doing it: with the browser's own lock, or where it has none with a
 * line that says who does it and until when.
 */
export async function alone(
  name: string,
  patient: boolean,
  act: () => Promise<void>,
): Promise<void> {
  if (navigator.locks) {
    return navigator.locks.request(`forest/${name}`, { ifAvailable: !patient }, (lock) =>
      lock ? act() : undefined,
    )
  }
  const key = `forest/turn/${name}`
  if (!isFree(await takeTurn(key, `${me} ${Date.now() + leaseMs}`))) return
  await act()
  await forget(key)
}

/** Looks and takes in one go, so that no other tab comes between; resolves with what stood there. */
async function takeTurn(key: string, turn: string): Promise<string | undefined> {
  try {
    return await onShelf<string | undefined>('readwrite', (shelf) => {
      const asked = shelf.get(key)
      asked.onsuccess = () => isFree(asked.result) && shelf.put(turn, key)
      return asked
    })
  } catch {
    const before = await kept(key)
    if (isFree(before)) await keep(key, turn)
    return before
  }
}

function isFree(line = ''): boolean {
  const [who, until] = line.split(' ')
  return who === me || !(Number(until) > Date.now())
}
