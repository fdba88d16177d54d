import type { onShelf } from './phone-database.ts'

const leaseMs = 30_000

/** Looks whose turn it is and takes it in one go, so that no other tab comes between. */
export async function takeTurn(here: typeof onShelf, key: string): Promise<boolean> {
  const now = Date.now()
  const until = await here<number | undefined>('readwrite', (shelf) => {
    const asked = shelf.get(key)
    asked.onsuccess = () => asked.result > now || shelf.put(now + leaseMs, key)
    return asked
  }).catch(() => 0)
  return !(Number(until) > now)
}
