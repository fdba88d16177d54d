import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { checkFileId, type FileStore } from './file-store.ts'

/** Files in a folder of this machine that nobody else may read. */
export function openFolder(folder: string): FileStore {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const pathOf = (id: string) => join(folder, checkFileId(id))
  return {
    async put(id, bytes) {
      const path = pathOf(id)
      const unfinished = `${path}.${randomBytes(4).toString('hex')}${unfinishedMark}`
      // Whole or not at all: a power cut leaves the old state or the new one, never half a picture.
      await writeThrough(unfinished, bytes)
      await rename(unfinished, path)
      await syncFolder(folder)
    },
    async get(id) {
      try {
        return new Uint8Array(await readFile(pathOf(id)))
      } catch (error) {
        if (isMissing(error)) return undefined
        throw error
      }
    },
    async delete(id) {
      await rm(pathOf(id), { force: true })
      await syncFolder(folder)
    },
  }
}

/**
 * Removes what no row of the database speaks of: a crash between the bytes and their row leaves such files.
 * Only while nobody else writes to the folder. Returns how many it removed.
 */
export async function sweepFolder(
  folder: string,
  knownOf: (ids: string[]) => Promise<ReadonlySet<string>>,
): Promise<number> {
  const names = await readdir(folder)
  const known = await knownOf(names.filter((name) => !name.endsWith(unfinishedMark)))
  const orphans = names.filter((name) => !known.has(name))
  for (const name of orphans) await rm(join(folder, name), { force: true, recursive: true })
  if (orphans.length > 0) await syncFolder(folder)
  return orphans.length
}

const unfinishedMark = '.unfinished'

async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

// The name of a file is kept by its folder, which has to reach the disk too.
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT'
