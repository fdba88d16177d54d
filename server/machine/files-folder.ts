import { existsSync } from 'node:fs'
import { filePath } from '../../db/file.ts'
import { knownFiles } from '../../db/files.ts'
import type { Store } from '../../db/store.ts'
import { openFolder, sweepFolder } from '../files/folder-store.ts'
import type { Host } from '../host.ts'
import { isFile } from './machine-settings.ts'

/**
 * Where recordings and pictures lie: beside the database and named after it, so that two databases in one
 * folder never take each other's files for orphans. A database elsewhere has no folder on this machine.
 */
export function filesFolder(databaseUrl: string): string | undefined {
  return isFile(databaseUrl) ? filePath(databaseUrl).replace(/(\.db)?$/, '-files') : undefined
}

/** The files of this machine, where it has any, as a part of its host. */
export function filesOf({ databaseUrl }: { databaseUrl: string }): Pick<Host, 'files'> {
  const folder = filesFolder(databaseUrl)
  return folder === undefined ? {} : { files: openFolder(folder) }
}

/** Removes what a crash left without a row. Before the site opens, while nobody else writes. */
export async function sweepFiles(store: Store, databaseUrl: string): Promise<void> {
  const folder = filesFolder(databaseUrl)
  if (folder && existsSync(folder)) await sweepFolder(folder, (ids) => knownFiles(store, ids))
}
