import { lstatSync } from 'node:fs'
import { markAsDemo } from '../../db/demo-mark.ts'
import { filePath, openFile } from '../../db/file.ts'
import { AlreadyRunning, takeLock } from '../../db/lock.ts'
import type { Environment } from '../settings.ts'
import { Refusal } from './refusal.ts'

const address = 'file:data/demo.db'

/** The environment a demonstration runs in: its own database whatever else is set, and the banner on every page. */
export function demoEnvironment(environment: Environment): Environment {
  const given = environment.DATABASE_URL
  if (given && given !== address) {
    throw new Refusal([
      `演示数据只写入 ${address}，不会写入 DATABASE_URL 指定的数据库：请去掉 DATABASE_URL · demonstration data goes to ${address} only: unset DATABASE_URL`,
    ])
  }
  return { ...environment, DATABASE_URL: address, DEMO: '1' }
}

/**
 * Makes sure, before anything is written, that the file is a demonstration's: new, or marked as one.
 * A real database that was copied, renamed or linked to this place has no mark and is refused.
 */
export async function claimDemoDatabase(databaseUrl: string): Promise<void> {
  const path = filePath(databaseUrl)
  if (leadsElsewhere(path)) {
    throw new Refusal([`${path} 不是普通文件，而是链接 · is a link to another file: remove it`])
  }
  const release = lock(path)
  try {
    const store = await openFile(path)
    const isDemo = await markAsDemo(store)
    await store.close()
    if (!isDemo) {
      throw new Refusal([
        `${path} 里不是演示数据，没有写入任何内容：请把它移到别处 · does not hold demonstration data, nothing was written: move it elsewhere`,
      ])
    }
  } finally {
    release()
  }
}

function leadsElsewhere(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false })
  return found !== undefined && (!found.isFile() || found.nlink > 1)
}

function lock(path: string): () => void {
  try {
    return takeLock(path)
  } catch (error) {
    if (!(error instanceof AlreadyRunning)) throw error
    throw new Refusal([`演示已在运行 · a demonstration is already running (${path})`])
  }
}
