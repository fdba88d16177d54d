import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { consultations } from './consultations.ts'
import { lengthOf } from './length.ts'

/** What staff wrote in a report in place of the sentence made from the numbers. */
export const reportEdits = sqliteTable(
  'report_edits',
  {
    consultationId: text()
      .notNull()
      .references(() => consultations.id),
    /** The paragraph's own name, such as `results/adult/Q6`. */
    paragraph: text().notNull(),
    written: text().notNull(),
    /** What the numbers said then: where they say something else now, the report points it out. */
    insteadOf: text().notNull(),
    editedAt: integer().notNull(),
    editedBy: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.consultationId, t.paragraph] }),
    lengthOf('report_edits_consultation_id', t.consultationId, 1, 41),
    lengthOf('report_edits_paragraph', t.paragraph, 1, 120),
    lengthOf('report_edits_written', t.written, 0, 4000),
    lengthOf('report_edits_instead_of', t.insteadOf, 0, 8000),
    lengthOf('report_edits_edited_by', t.editedBy, 1, 64),
  ],
)
