import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { consultations } from './consultations.ts'
import { lengthOf } from './length.ts'

/** Options of one question put together at the desk, to compare people by: under 45, 45 and over. */
export const derivedGroups = sqliteTable(
  'derived_groups',
  {
    id: text().primaryKey(),
    consultationId: text()
      .notNull()
      .references(() => consultations.id),
    audience: text().notNull(),
    question: text().notNull(),
    name: text().notNull(),
    /** By option, the name of its group; options without one stand in none. */
    groups: text().notNull(),
  },
  (t) => [
    index('derived_groups_by_consultation').on(t.consultationId, t.audience),
    lengthOf('derived_groups_id', t.id, 8, 36),
    lengthOf('derived_groups_consultation_id', t.consultationId, 1, 41),
    lengthOf('derived_groups_audience', t.audience, 1, 20),
    lengthOf('derived_groups_question', t.question, 1, 41),
    lengthOf('derived_groups_name', t.name, 1, 200),
    lengthOf('derived_groups_groups', t.groups, 2, 20_000),
  ],
)
