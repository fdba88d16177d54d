import { forget } from './kept.ts'
import { onShelf } from './phone-database.ts'

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
  const old = await import('./take-turn.ts').catch(() => undefined)
  if (old && !(await old.takeTurn(onShelf, key))) return
  try {
    await act()
  } finally {
    await forget(key)
  }
}
