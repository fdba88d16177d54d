import { startForest } from './machine/forest.ts'
import { machineSettings } from './machine/machine-settings.ts'
import { runCommand } from './machine/refusal.ts'
import { stopOnFault, stopOnSignal } from './machine/stop.ts'
import { welcome } from './machine/welcome.ts'

await runCommand(async () => {
  const forest = await startForest(machineSettings(process.env))
  stopOnSignal(forest)
  stopOnFault()
  console.log(await welcome(forest))
})
