import { forget, keep, kept } from './kept.ts'

const me = `${Math.random()}`

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
  const [who, until] = ((await kept(key)) ?? '').split(' ')
  if (who !== me && Number(until) > Date.now()) return
  await keep(key, `${me} ${Date.now() + leaseMs}`)
  // Two may have seen the place free at once: the one that wrote last has it.
  await new Promise((resolve) => setTimeout(resolve, 50))
  if ((await kept(key))?.startsWith(me)) await act()
  await forget(key)
}

const leaseMs = 30_000
