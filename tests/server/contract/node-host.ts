import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFile } from '../../../db/file.ts'
import { migrateDatabase } from '../../../db/migrate.ts'
import type { Store } from '../../../db/store.ts'
import { createApp } from '../../../server/app.ts'
import type { Host } from '../../../server/host.ts'
import type { Settings } from '../../../server/settings.ts'
import { type ContractHost, publicOrigin, secretKey } from './host.ts'

/** The app in this process, on a migrated file. `changes` replaces parts of its host. */
export async function openNodeHost(
  changes: (store: Store) => Partial<Host> = () => ({}),
): Promise<ContractHost & { lines: Record<string, unknown>[]; settings: Settings }> {
  const folder = mkdtempSync(join(tmpdir(), 'forest-contract-'))
  const url = `file:${join(folder, 'forest.db')}`
  await migrateDatabase(url)
  const store = await openFile(url)
  const lines: Record<string, unknown>[] = []
  const host: Host = {
    store,
    settings: {
      port: 0,
      host: '127.0.0.1',
      databaseUrl: url,
      publicOrigin,
      secretKey: new TextEncoder().encode(secretKey),
      trustedProxies: 0,
      demo: false,
    },
    now: Date.now,
    log: (line) => lines.push(line),
    ...changes(store),
  }
  const app = createApp(() => host)
  return {
    request: async (path, init) => app.request(path, init),
    store,
    settings: host.settings,
    lines,
    async end() {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
