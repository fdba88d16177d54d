import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeFolder } from '../../db/folder.ts'

/** The key of a single machine: read from beside the database, made there on first start, readable by its owner only. */
export function keptSecretKey(databasePath: string): Uint8Array {
  const path = join(dirname(databasePath), 'secret-key')
  try {
    return read(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  makeFolder(dirname(path))
  writeFileSync(path, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  return read(path)
}

// A cut-off key would quietly make every receipt ever given out wrong.
function read(path: string): Uint8Array {
  const key = new TextEncoder().encode(readFileSync(path, 'utf8').trim())
  if (key.length < 32) throw new SecretKeyUnusable(path)
  return key
}

/** The key file is there but too short. */
export class SecretKeyUnusable extends Error {
  constructor(path: string) {
    super(
      `密钥文件已损坏，请从备份恢复：${path} · The key file is damaged; restore it from a backup.`,
    )
  }
}
