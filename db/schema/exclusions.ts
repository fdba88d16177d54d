import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { lengthOf } from './length.ts'
import { responses } from './responses.ts'

/** Why a response should not count: proposed by one, decided by another. Nothing is ever deleted by it. */
export const exclusions = sqliteTable(
  'exclusions',
  {
    responseSeq: integer()
      .primaryKey()
      .references(() => responses.seq),
    reason: text().notNull(),
    proposedAt: integer().notNull(),
    proposedBy: text().notNull(),
    state: text().$type<'proposed' | 'excluded' | 'kept'>().notNull(),
    decidedAt: integer(),
    decidedBy: text(),
  },
  (t) => [
    lengthOf('exclusions_reason', t.reason, 1, 400),
    lengthOf('exclusions_proposed_by', t.proposedBy, 1, 64),
    lengthOf('exclusions_state', t.state, 1, 20),
    lengthOf('exclusions_decided_by', t.decidedBy, 1, 64),
  ],
)
