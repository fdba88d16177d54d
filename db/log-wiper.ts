import type { Client } from '@libsql/client'

const pauseMs = 500
const longestPauseMs = 20_000

/**
 * What was removed is overwritten in the database file at once (`secure_delete`), but the write-ahead log
 * still holds the pages as they were. This writes the log back and cuts it to nothing: at a quiet moment,
 * and if none comes, all the same.
 */
export function logWiper(client: Client, isQuiet: () => boolean) {
  let timer: NodeJS.Timeout | undefined
  let askedAt = 0

  const later = () => {
    timer ??= setTimeout(tryNow, pauseMs).unref()
  }
  async function tryNow() {
    timer = undefined
    const mayWait = performance.now() - askedAt < longestPauseMs
    if (mayWait && !isQuiet()) return later()
    // Another program may be reading from it just now, a backup for instance.
    const emptied = await emptyLog(client).catch(() => false)
    if (!emptied) later()
  }
  return {
    soon() {
      if (!timer) askedAt = performance.now()
      later()
    },
    stop() {
      clearTimeout(timer)
    },
  }
}

/** False when someone else is reading from the log: then nothing was cut. */
export async function emptyLog(client: Client): Promise<boolean> {
  const { rows } = await client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
  return rows[0]?.[0] === 0
}
