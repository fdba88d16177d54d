import { forget } from './kept.ts'
import { onShelf } from './phone-database.ts'

const leaseMs = 30_000

/**
 * Does something unless another tab is doing it: with the browser's own lock, or where it has none with a
 * line in the phone's database that says until when. Where there is neither it is done all the same: what
 * two tabs send twice the server takes once.
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
  if (!(await takeTurn(key))) return
  try {
    await act()
  } finally {
    await forget(key)
  }
}

/** Looks and takes in one go, so that no other tab comes between. */
async function takeTurn(key: string): Promise<boolean> {
  const now = Date.now()
  const until = await onShelf<number | undefined>('readwrite', (shelf) => {
    const asked = shelf.get(key)
    asked.onsuccess = () => asked.result > now || shelf.put(now + leaseMs, key)
    return asked
  }).catch(() => 0)
  return !(Number(until) > now)
}
