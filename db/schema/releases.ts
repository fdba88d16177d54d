import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { consultations } from './consultations.ts'
import { lengthOf } from './length.ts'

/**
 * A set of results, frozen when it was drafted: one person drafts it, another publishes exactly that.
 * `snapshot` is what the public reads; `counted` are the true numbers behind it, which protect later
 * releases from being subtracted from this one and are never shown.
 */
export const releases = sqliteTable(
  'releases',
  {
    id: text().primaryKey(),
    consultationId: text()
      .notNull()
      .references(() => consultations.id),
    number: integer().notNull(),
    state: text().$type<'draft' | 'published' | 'withdrawn' | 'discarded'>().notNull(),
    note: text().notNull(),
    snapshot: text().notNull(),
    counted: text().notNull(),
    draftedAt: integer().notNull(),
    draftedBy: text().notNull(),
    publishedAt: integer(),
    publishedBy: text(),
    endedAt: integer(),
    endedBy: text(),
    endedWhy: text(),
  },
  (t) => [
    uniqueIndex('releases_by_number').on(t.consultationId, t.number),
    index('releases_by_state').on(t.consultationId, t.state),
    lengthOf('releases_id', t.id, 36),
    lengthOf('releases_consultation_id', t.consultationId, 1, 41),
    lengthOf('releases_state', t.state, 1, 20),
    lengthOf('releases_note', t.note, 0, 2000),
    lengthOf('releases_snapshot', t.snapshot, 2, 4_000_000),
    lengthOf('releases_counted', t.counted, 2, 4_000_000),
    lengthOf('releases_drafted_by', t.draftedBy, 1, 64),
    lengthOf('releases_published_by', t.publishedBy, 1, 64),
    lengthOf('releases_ended_by', t.endedBy, 1, 64),
    lengthOf('releases_ended_why', t.endedWhy, 1, 400),
  ],
)
