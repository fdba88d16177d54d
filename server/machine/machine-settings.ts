import { existsSync, statSync } from 'node:fs'
import { filePath } from '../../db/file.ts'
import { type Environment, readSettings, type Settings } from '../settings.ts'
import { Refusal } from './refusal.ts'
import { keptSecretKey, SecretKeyUnusable } from './secret-key.ts'

/** What the environment says. A key that was not given is made, or found, once the database is open. */
export type KeylessSettings = Omit<Settings, 'secretKey'> & { secretKey?: Uint8Array }

/** The settings of this machine, except for a key that is kept beside the database. */
export function machineSettings(environment: Environment): KeylessSettings {
  const settings = keylessSettings(environment)
  if (!settings.secretKey && !isFile(settings.databaseUrl)) {
    throw new Refusal([
      'SECRET_KEY 没有设置：数据库不在本机时必须给出，至少 32 个字节 · is not set: needed when the database is elsewhere, at least 32 bytes',
    ])
  }
  return settings
}

/** With the key: only for a database that has been opened, because a key beside none would mean nothing. */
export function withKey(settings: KeylessSettings): Settings {
  const { secretKey = keyBeside(filePath(settings.databaseUrl)) } = settings
  return { ...settings, secretKey }
}

/** For commands that only touch the database: a deploy step has no business knowing the key. */
export function keylessSettings(environment: Environment): KeylessSettings {
  const read = readSettings(environment)
  if ('faults' in read) throw new Refusal(read.faults)
  if (!isFile(read.settings.databaseUrl) && !environment.PUBLIC_ORIGIN) {
    throw new Refusal([
      'PUBLIC_ORIGIN 没有设置：数据库不在本机时必须给出网站地址 · is not set: the address of the site is needed when the database is elsewhere',
    ])
  }
  return read.settings
}

export const isFile = (databaseUrl: string) => databaseUrl.startsWith('file:')

function keyBeside(database: string): Uint8Array {
  try {
    return keptSecretKey(database)
  } catch (error) {
    if (error instanceof SecretKeyUnusable) throw new Refusal([error.message])
    throw new Refusal([cannotWrite(database, error)])
  }
}

/** In one line, why nothing can be kept where the database should lie. */
export const cannotWrite = (database: string, error: unknown) =>
  `DATABASE_URL：不能在 ${folderOf(database)} 里读写 · cannot read and write there (${codeOf(error)})`

function folderOf(database: string): string {
  const folder = database.includes('/') ? database.replace(/\/[^/]*$/, '') : '.'
  return existsSync(folder) && !statSync(folder).isDirectory() ? `${folder}（不是文件夹）` : folder
}

const codeOf = (error: unknown) => (error as { code?: string }).code ?? String(error)
