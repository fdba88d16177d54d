import { type Forest, startForest } from './machine/forest.ts'
import { machineSettings } from './machine/machine-settings.ts'
import { runCommand } from './machine/refusal.ts'
import { welcome } from './machine/welcome.ts'
import { framesOf } from './request/log.ts'

await runCommand(async () => {
  const forest = await startForest(machineSettings(process.env))
  stopOnSignal(forest)
  process.on('uncaughtException', endAfter)
  console.log(await welcome(forest))
})

function stopOnSignal(forest: Forest) {
  let asked = false
  const stop = async () => {
    if (asked) return
    asked = true
    // Whatever hangs, the supervisor gets its answer.
    setTimeout(() => process.exit(1), 9_900).unref()
    await forest.stop()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

// The message of a database's error repeats what was to be stored, so only the place is said.
function endAfter(error: Error) {
  console.error(JSON.stringify({ fault: error.name, frames: framesOf(error) }))
  process.exit(70)
}
