import { huicheng } from '../surveys/definitions/huicheng/consultation.ts'
import { readDemoArguments } from './machine/demo-arguments.ts'
import { committeeActs } from './machine/demo-committee.ts'
import { claimDemoDatabase, demoEnvironment } from './machine/demo-database.ts'
import { fillDemo } from './machine/demo-responses.ts'
import { startForest } from './machine/forest.ts'
import { machineSettings, withKey } from './machine/machine-settings.ts'
import { Refusal, runCommand } from './machine/refusal.ts'
import { stopOnSignal } from './machine/stop.ts'
import { welcome } from './machine/welcome.ts'

// `npm run demo`: invented responses in a database of their own, served with a banner on every page.
await runCommand(async () => {
  const read = readDemoArguments(process.argv.slice(2))
  if ('fault' in read) throw new Refusal([read.fault])
  const settings = machineSettings(demoEnvironment(process.env))
  await claimDemoDatabase(settings.databaseUrl)
  await fillDemo(withKey(settings), read.responses)
  const forest = await startForest(settings)
  if (read.responses > 0) await committeeActs(forest.store, huicheng.id, Date.now())
  stopOnSignal(forest)
  console.log(await welcome(forest))
})
