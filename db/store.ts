import type { InStatement, ResultSet } from '@libsql/client'
import type { LibSQLDatabase } from 'drizzle-orm/libsql'
import type * as schema from './schema.ts'

/** A Drizzle query not yet run, or SQL with its arguments. */
export type Statement = { toSQL(): { sql: string; params: unknown[] } } | InStatement

/**
 * The database as the rest of the house sees it. Two hosts open one: an embedded file
 * (`db/file.ts`, writes grouped by a queue) and a libSQL server (`db/remote.ts`).
 */
export interface Store {
  /** For reading. Writes go through `write`, never through this. */
  readonly orm: LibSQLDatabase<typeof schema>
  /**
   * Runs the statements as one transaction and resolves when it is durable.
   * Throws `StoreBusy` when it could not be stored now and nothing was.
   */
  write(statements: Statement[]): Promise<ResultSet[]>
  /** A cache of this store's own, for frozen things only. */
  close(): Promise<void>
}

/** Nothing was stored; the same request may be sent again after `retryAfter` seconds. */
export class StoreBusy extends Error {
  readonly retryAfter = 2
}
