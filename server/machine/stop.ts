import { framesOf } from '../request/log.ts'
import type { Forest } from './forest.ts'

/** A polite end when the supervisor or the keyboard asks for it; whatever hangs, within ten seconds. */
export function stopOnSignal(forest: Forest): void {
  let asked = false
  const stop = async () => {
    if (asked) return
    asked = true
    setTimeout(() => process.exit(1), 9_900).unref()
    await forest.stop()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

/** Ends the process at an error nobody caught, for the supervisor to start it again. */
export function stopOnFault(): void {
  process.on('uncaughtException', (error: Error) => {
    // The message of a database's error repeats what was to be stored, so only the place is said.
    console.error(JSON.stringify({ fault: error.name, frames: framesOf(error) }))
    process.exit(70)
  })
}
