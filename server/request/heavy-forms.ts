import type { AppContext } from '../host.ts'

const mostAtOnce = 3
const holding = new WeakSet<AppContext>()
let held = 0

/**
 * Whether another form of many megabytes may be in memory now. A machine of 512 MB, or a worker of 128, holds
 * three; whoever comes fourth is asked to send again in a moment.
 */
export function holdHeavyForm(c: AppContext): boolean {
  if (holding.has(c)) return true
  if (held >= mostAtOnce) return false
  holding.add(c)
  held++
  return true
}

/** To be called when the request is answered, whatever became of it. */
export function letHeavyFormGo(c: AppContext): void {
  if (holding.delete(c)) held--
}
