import { readdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expireContacts } from '../../db/contacts.ts'
import { filePath } from '../../db/file.ts'
import type { Host } from '../host.ts'
import { failureOf } from '../request/log.ts'
import { expireResponses } from '../responses/expire-responses.ts'
import { isFile } from './machine-settings.ts'

const dayMs = 86_400_000
/** A copy made before a migration still holds what was deleted since. */
const copiesLast = 30 * dayMs
/** A minute's work, while residents go on answering. */
const mostAtOnce = 5_000

/** Deletes what has been kept long enough, now and every day, and logs what it could not. Returns how to stop. */
export function forgetDaily(host: Pick<Host, 'store' | 'files' | 'settings' | 'log'>): () => void {
  const { store, settings, log } = host
  const steps = [
    () => forgetOldCopies(settings.databaseUrl),
    () => expireContacts(store, Date.now()),
    () => expireResponses(host, Date.now(), mostAtOnce),
  ]
  const forget = async () => {
    for (const step of steps) {
      try {
        await step()
      } catch (error) {
        // It is tried again tomorrow and holds up nothing else; whoever reads the log learns that it waits.
        log({ nightly: 'forget', ...failureOf(error) })
      }
    }
  }
  void forget()
  const timer = setInterval(forget, dayMs).unref()
  return () => clearInterval(timer)
}

function forgetOldCopies(databaseUrl: string) {
  if (!isFile(databaseUrl)) return
  const database = filePath(databaseUrl)
  const folder = dirname(database)
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    const isCopy = name.startsWith(`${basename(database)}.before-`)
    if (isCopy && Date.now() - statSync(path).mtimeMs > copiesLast) rmSync(path, { force: true })
  }
}
