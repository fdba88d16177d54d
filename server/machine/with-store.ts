import type { Store } from '../../db/store.ts'
import type { Settings } from '../settings.ts'
import { openStore } from './forest.ts'
import { keylessSettings } from './machine-settings.ts'
import { runCommand } from './refusal.ts'

/** Runs one command on the database of this machine and lets go of it, whatever happens. */
export async function withStore(
  work: (store: Store, settings: Pick<Settings, 'publicOrigin'>) => Promise<void>,
): Promise<void> {
  await runCommand(async () => {
    const settings = keylessSettings(process.env)
    const { store, release } = await openStore(settings)
    try {
      await work(store, settings)
    } finally {
      await store.close()
      release()
    }
  })
}
