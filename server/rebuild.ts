import { rebuildColumns } from '../db/columns.ts'
import { openStore } from './forest.ts'
import { machineSettings } from './machine-settings.ts'
import { runCommand } from './refusal.ts'

// Makes the result columns again from the responses themselves and says whether they had differed.
await runCommand(async () => {
  const { store, release } = await openStore(machineSettings(process.env))
  try {
    for (const line of reportLines(await rebuildColumns(store))) console.log(line)
  } finally {
    await store.close()
    release()
  }
})
