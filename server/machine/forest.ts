import { existsSync, statSync } from 'node:fs'
import { isDemoDatabase } from '../../db/demo-mark.ts'
import { filePath, openFile } from '../../db/file.ts'
import { AlreadyRunning, takeLock } from '../../db/lock.ts'
import { migrateDatabase } from '../../db/migrate.ts'
import { openRemote } from '../../db/remote.ts'
import type { Store } from '../../db/store.ts'
import { failureOf } from '../request/log.ts'
import type { Settings } from '../settings.ts'
import { checkNightly } from './check-nightly.ts'
import { watchedStore } from './fail-stop.ts'
import { filesOf, sweepFiles } from './files-folder.ts'
import { forgetDaily } from './forget-daily.ts'
import { listen, stopListening } from './listen.ts'
import { logLines } from './log-lines.ts'
import { cannotWrite, isFile, type KeylessSettings, withKey } from './machine-settings.ts'
import { prepareForest } from './preparation.ts'
import { Refusal } from './refusal.ts'
import { openSite } from './site.ts'

export interface Forest {
  store: Store
  /** As `settings`, with the port that was really taken. */
  settings: Settings
  setupLink?: string
  /** Finishes what is under way, leaves the database tidy and lets go of it. */
  stop(): Promise<void>
}

/** Opens the database of this machine, prepares it and serves the site. Throws a `Refusal` when it must not. */
export async function startForest(given: KeylessSettings): Promise<Forest> {
  const { log, flush, flushNow } = logLines()
  const opened = await openStore(given, (error) =>
    log({ background: 'database', ...failureOf(error) }),
  )
  const { release } = opened
  const settings = await completed(given, opened).catch(async (error) => {
    await opened.store.close()
    release()
    throw error
  })
  const store = watchedStore(opened.store, (error) => {
    log({ fault: 'disk', code: String((error as { code?: unknown }).code) })
    // Time for the 503 to leave; then whoever supervises the process starts it afresh.
    setTimeout(() => {
      flushNow()
      process.exit(70)
    }, 500).unref()
  })
  let stopping = false
  const site = openSite({ store, settings, log, stopping: () => stopping })
  try {
    const { setupLink } = await prepareForest(store, settings, Date.now())
    await sweepFiles(store, settings.databaseUrl)
    const stopForgetting = forgetDaily({ store, settings, log, ...filesOf(settings) })
    const stopChecking = checkNightly(store, log)
    const { server, port } = await listen(site, settings)
    return {
      store,
      settings: { ...settings, port },
      ...(setupLink ? { setupLink } : {}),
      async stop() {
        stopping = true
        stopForgetting()
        stopChecking()
        await stopListening(server, 8_000)
        await store.close()
        release()
        flush()
      },
    }
  } catch (error) {
    await store.close()
    release()
    throw error
  }
}

async function completed(given: KeylessSettings, { store }: { store: Store }): Promise<Settings> {
  // A demonstration says so on every page, whichever command opened its database.
  const isDemo = isFile(given.databaseUrl) && (await isDemoDatabase(store))
  return { ...withKey(given), demo: given.demo || isDemo }
}

/** The store of these settings, migrated; a file is locked against a second process. */
export async function openStore(
  settings: Pick<Settings, 'databaseUrl' | 'databaseAuthToken'>,
  onFault?: Store['onFault'],
): Promise<{ store: Store; release(): void }> {
  const { databaseUrl, databaseAuthToken } = settings
  if (isFile(databaseUrl) && isFolder(filePath(databaseUrl))) {
    throw new Refusal([
      `DATABASE_URL：${filePath(databaseUrl)} 是文件夹，应是数据库文件 · is a folder, not a database file`,
    ])
  }
  const release = isFile(databaseUrl) ? lock(filePath(databaseUrl)) : () => {}
  try {
    await migrateDatabase(databaseUrl, databaseAuthToken)
    const store = isFile(databaseUrl)
      ? await openFile(databaseUrl, onFault && { onFault })
      : openRemote(databaseUrl, databaseAuthToken)
    return { store, release }
  } catch (error) {
    release()
    throw new Refusal([
      `数据库打不开 · the database cannot be opened: ${error instanceof Error ? error.message : error}`,
    ])
  }
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory()
}

function lock(path: string): () => void {
  try {
    return takeLock(path)
  } catch (error) {
    if (!(error instanceof AlreadyRunning)) throw new Refusal([cannotWrite(path, error)])
    throw new Refusal([
      `数据库 ${path} 正由另一个进程使用：一个数据库只能由一个进程打开 · ${path} is in use by another process: one process per database`,
    ])
  }
}
