import { readdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expireContacts } from '../../db/contacts.ts'
import { filePath } from '../../db/file.ts'
import type { Store } from '../../db/store.ts'
import { isFile } from './machine-settings.ts'

const dayMs = 86_400_000
/** A copy made before a migration still holds what was deleted since. */
const copiesLast = 30 * dayMs

/** Deletes what has been kept long enough, now and every day. Returns how to stop. */
export function forgetDaily(store: Store, databaseUrl: string): () => void {
  const forget = async () => {
    if (isFile(databaseUrl)) forgetOldCopies(filePath(databaseUrl))
    // When the database is busy now, tomorrow it will not be; what is over is never shown meanwhile.
    await expireContacts(store, Date.now()).catch(() => undefined)
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
