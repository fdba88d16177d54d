import { openStore } from './forest.ts'
import { keylessSettings } from './machine-settings.ts'
import { prepareForest } from './preparation.ts'
import { runCommand } from './refusal.ts'

// A step of deploying: brings the tables up to date, opens the consultation and prints the set-up link.
await runCommand(async () => {
  const settings = keylessSettings(process.env)
  const { store, release } = await openStore(settings)
  try {
    const { setupLink } = await prepareForest(store, settings, Date.now())
    console.log('数据库已就绪 · the database is ready')
    if (setupLink) console.log(`工作台 · desk   ${setupLink}`)
  } finally {
    await store.close()
    release()
  }
})
