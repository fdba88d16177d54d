import { prepareForest } from './machine/preparation.ts'
import { withStore } from './machine/with-store.ts'

// A step of deploying: brings the tables up to date, opens the consultation and prints the set-up link.
await withStore(async (store, settings) => {
  const { setupLink } = await prepareForest(store, settings, Date.now())
  console.log('数据库已就绪 · the database is ready')
  if (setupLink) console.log(`工作台 · desk   ${setupLink}`)
})
