import { primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { consultations } from './consultations.ts'
import { lengthOf } from './length.ts'

/** What share of the people a group really is, as official numbers say; typed in by staff, in percent. */
export const targets = sqliteTable(
  'targets',
  {
    consultationId: text()
      .notNull()
      .references(() => consultations.id),
    audience: text().notNull(),
    /** A question of one choice, or `@neighbourhood`. */
    margin: text().notNull(),
    category: text().notNull(),
    percent: real().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.consultationId, t.audience, t.margin, t.category] }),
    lengthOf('targets_consultation_id', t.consultationId, 1, 41),
    lengthOf('targets_audience', t.audience, 1, 20),
    lengthOf('targets_margin', t.margin, 1, 41),
    lengthOf('targets_category', t.category, 1, 41),
  ],
)
