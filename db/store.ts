import type { InStatement, InValue, ResultSet } from '@libsql/client'
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
  /** This process alone writes to the database, so what it remembers stays true. */
  readonly alone: boolean
  /** For reading where building a query would cost too much. */
  read(sql: string, args?: InValue[]): Promise<ResultSet>
  /**
   * Runs the statements as one transaction and resolves when it is durable.
   * Throws `StoreBusy` when it could not be stored now.
   */
  write(statements: Statement[]): Promise<ResultSet[]>
  /**
   * Adds one row, durably. The one `?` of `sql` stands for a list of rows (`VALUES ?`), so that rows
   * which wait together are one statement. False: this row, or one it shared the statement with, was there
   * already; the caller looks whether it was its own.
   */
  append(sql: string, row: (string | number | null)[]): Promise<boolean>
  /** Hears of a bug in work that nobody waits for: sealing and wiping. Unheard, it would go on for ever. */
  onFault(error: unknown): void
  /** Soon, at a quiet moment, makes sure that no file of the database holds a byte of what was removed. */
  wipeSoon(): void
  /** What a probe should know about this store; `problems` is empty when all is well. */
  checkUp(): Promise<{ problems: string[]; facts: Record<string, string | number> }>
  /** Waits for what is being written, then leaves the file tidy. */
  close(): Promise<void>
}

/**
 * Could not be stored now. The same request may be sent again after `retryAfter` seconds: ids and
 * numbers in it make sure that it counts once, even where only the reply was lost.
 */
export class StoreBusy extends Error {
  readonly retryAfter = 2
}
