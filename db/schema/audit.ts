import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { lengthOf } from './length.ts'

/** Who did what to what, and never an answer. Triggers let rows in and never let them change. */
export const auditEntries = sqliteTable(
  'audit_entries',
  {
    seq: integer().primaryKey(),
    at: integer().notNull(),
    actor: text().notNull(),
    action: text().notNull(),
    object: text().notNull(),
    previousHash: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [
    uniqueIndex('audit_entries_by_previous_hash').on(t.previousHash),
    lengthOf('audit_entries_actor', t.actor, 1, 64),
    lengthOf('audit_entries_action', t.action, 1, 64),
    lengthOf('audit_entries_object', t.object, 1, 200),
    lengthOf('audit_entries_previous_hash', t.previousHash, 64),
    lengthOf('audit_entries_hash', t.hash, 64),
  ],
)

/** One row, written by the readiness probe: a store that can write this can write an answer. */
export const heartbeat = sqliteTable('heartbeat', {
  id: integer().primaryKey(),
  at: integer().notNull(),
})
