import { readdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expireContacts } from '../../db/contacts.ts'
import { filePath } from '../../db/file.ts'
import type { Host } from '../host.ts'
import { expireResponses } from '../responses/expire-responses.ts'
import { isFile } from './machine-settings.ts'

const dayMs = 86_400_000
/** A copy made before a migration still holds what was deleted since. */
const copiesLast = 30 * dayMs
/** A minute's work, while residents go on answering. */
const mostAtOnce = 5_000

/** Deletes what has been kept long enough, now and every day. Returns how to stop. */
export function forgetDaily(host: Pick<Host, 'store' | 'files' | 'settings'>): () => void {
  const { store, settings } = host
  const forget = async () => {
    if (isFile(settings.databaseUrl)) forgetOldCopies(filePath(settings.databaseUrl))
    // When the database is busy now, tomorrow it will not be; a contact that is over is never shown meanwhile.
    await expireContacts(store, Date.now()).catch(() => undefined)
    await expireResponses(host, Date.now(), mostAtOnce).catch(() => undefined)
  }
  void forget()
  const timer = setInterval(forget, dayMs).unref()
  return () => clearInterval(timer)
}

function forgetOldCopies(database: string) {
  const folder = dirname(database)
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    const isCopy = name.startsWith(`${basename(database)}.before-`)
    if (isCopy && Date.now() - statSync(path).mtimeMs > copiesLast) rmSync(path, { force: true })
  }
}
