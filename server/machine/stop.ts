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
