import type { Client } from '@libsql/client'
import { hourOf } from '../surveys/engine/shanghai.ts'
import { isOutage } from './faults.ts'
import type { Store } from './store.ts'
import type { WriteQueue } from './write-queue.ts'

const pauseMs = 500
const longestPauseMs = 20_000
/** Many who delete one after the other share one rewriting. */
const restMs = 5_000
const lookAgainMs = 600_000
const smallBytes = 32 * 2 ** 20

/**
 * Makes sure that no file of the database holds a byte of an answer that was deleted or corrected.
 * `secure_delete` overwrites it where it stood, but two kinds of copies remain: the pages as they were, in
 * the write-ahead log, and rows that SQLite once moved to another page, in the gaps they left. So the file is
 * written anew (VACUUM) and the log cut to nothing: a small file at the next quiet moment, a large one,
 * which takes seconds, by night. The number of the last change that this was done for is kept in the file.
 */
export function wiper(client: Client, queue: WriteQueue, onFault: Store['onFault']) {
  let timer: NodeJS.Timeout | undefined
  let askedAt: number | undefined
  let doneAt = Number.NEGATIVE_INFINITY

  const later = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(tryNow, ms).unref()
  }
  async function tryNow() {
    const mayWait = performance.now() - (askedAt ?? 0) < longestPauseMs
    if (mayWait && queue.waiting() > 0) return later(pauseMs)
    askedAt = undefined
    const outcome = await queue
      .aside(() => wipe(client))
      .catch((error) => {
        // Another program may be reading just now, a backup for instance.
        if (!isOutage(error)) onFault(error)
        return 'not now' as const
      })
    doneAt = performance.now()
    if (outcome !== 'clean' && askedAt === undefined) later(lookAgainMs)
  }
  return {
    soon() {
      if (askedAt !== undefined) return
      askedAt = performance.now()
      later(Math.max(pauseMs, doneAt + restMs - askedAt))
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

async function wipe(client: Client): Promise<'clean' | 'not now'> {
  const last = await lastChange(client)
  const isWritten = last <= (await pragma(client, 'user_version'))
  const mayWrite = (await sizeOf(client)) <= smallBytes || isNight()
  if (!isWritten && mayWrite) {
    await client.execute('VACUUM')
    await client.execute(`PRAGMA user_version=${last}`)
  }
  const isEmpty = await emptyLog(client)
  return isEmpty && (isWritten || mayWrite) ? 'clean' : 'not now'
}

// A new file has no tables yet.
async function lastChange(client: Client): Promise<number> {
  const { rows: tables } = await client.execute(
    "SELECT 1 FROM sqlite_schema WHERE name = 'audit_entries'",
  )
  if (tables.length === 0) return 0
  const { rows } = await client.execute(`SELECT max(seq) FROM audit_entries
    WHERE seq > (SELECT user_version FROM pragma_user_version())
    AND action IN ('delete response', 'correct response', 'withdraw contact', 'delete contact',
      'expire contacts')`)
  return Number(rows[0]?.[0] ?? 0)
}

const sizeOf = async (client: Client) =>
  (await pragma(client, 'page_count')) * (await pragma(client, 'page_size'))

const pragma = async (client: Client, name: string) =>
  Number((await client.execute(`PRAGMA ${name}`)).rows[0]?.[0])

const isNight = () => {
  const hour = hourOf(Date.now())
  return hour >= 2 && hour < 5
}
