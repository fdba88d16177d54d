import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { createClient } from '@libsql/client/sqlite3'
import { drizzle } from 'drizzle-orm/libsql/sqlite3'
import { makeFolder } from './folder.ts'
import { setPragmas, wrongPragmas } from './pragmas.ts'
import * as schema from './schema.ts'
import { checkRow, toSql } from './statement.ts'
import type { Store } from './store.ts'
import { emptyLog, wiper } from './wiper.ts'
import { writeQueue } from './write-queue.ts'

/**
 * The embedded database: one process, one connection, one queue of writes. Takes a path or a
 * `file:` address. The tables must be there already (`migrateDatabase`). `patience` is how many
 * milliseconds a write may wait for a lock that another program holds. Without `onFault`, a bug in the
 * background is a rejection that nobody handles, and ends the process.
 */
export async function openFile(
  path: string,
  { patience = 5_000, onFault = thrown }: { patience?: number; onFault?: Store['onFault'] } = {},
): Promise<Store> {
  const file = filePath(path)
  makeFolder(dirname(file))
  // Waiting for a lock inside SQLite would stop every other request: it happens in the queue instead.
  const client = createClient({ url: `file:${file}`, concurrency: 1, timeout: 0 })
  await setPragmas(client)
  // A process that was killed may have left a log with what had been removed.
  await emptyLog(client)
  const queue = writeQueue(client, patience)
  const wipe = wiper(client, queue, onFault)
  wipe.soon()
  const orm = drizzle({ client, schema, casing: 'snake_case' })
  return {
    orm,
    alone: true,
    read: (sql, args = []) => client.execute({ sql, args }),
    write: async (statements) => {
      const plain = statements.map(toSql)
      return new Promise((resolve, reject) =>
        queue.add({ kind: 'statements', statements: plain, resolve, reject }),
      )
    },
    append: async (sql, row) => {
      checkRow(row)
      return new Promise((resolve, reject) => queue.add({ kind: 'row', sql, row, resolve, reject }))
    },
    onFault,
    wipeSoon: wipe.soon,
    async checkUp() {
      const wrong = await wrongPragmas(client)
      const { rows } = await client.execute('SELECT sqlite_version()')
      const free = freeMegabytes(dirname(file))
      return {
        problems: free < leastFreeMegabytes ? [...wrong, 'disk full'] : wrong,
        facts: {
          ...{ engine: 'file', sqlite: String(rows[0]?.[0]), waiting: queue.waiting() },
          freeMegabytes: free,
        },
      }
    },
    async close() {
      wipe.stop()
      await queue.close()
      await emptyLog(client)
      client.close()
    },
  }
}

function thrown(error: unknown): never {
  throw error
}

// The write-ahead log alone grows to 32 MB before it is written back.
const leastFreeMegabytes = 64

function freeMegabytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return Math.floor((bavail * bsize) / 2 ** 20)
}

/** `file:data/forest.db` and `data/forest.db` are the same place. */
export function filePath(path: string): string {
  return path.replace(/^file:(\/\/(?=\/))?/, '')
}
