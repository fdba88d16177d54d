import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { consultations } from './consultations.ts'
import { lengthOf } from './length.ts'
import { responses } from './responses.ts'

/**
 * What is known of a stored file; its bytes lie outside the database. A recording, a plan and an image
 * belong to a question, a photo to the response it came with and waits (`held`) until someone has looked.
 */
export const files = sqliteTable(
  'files',
  {
    /** Random; a photo's is the one its answer names. */
    id: text().primaryKey(),
    purpose: text().$type<'clip' | 'plan' | 'image' | 'photo'>().notNull(),
    consultationId: text()
      .notNull()
      .references(() => consultations.id),
    audience: text(),
    question: text(),
    /** Of a recording: `zh-CN`, `en`, or a dialect's tag such as `wuu`. */
    locale: text(),
    responseId: text().references(() => responses.id),
    contentType: text().notNull(),
    size: integer().notNull(),
    sha256: text().notNull(),
    width: integer(),
    height: integer(),
    state: text().$type<'public' | 'held' | 'approved' | 'refused'>().notNull(),
    createdAt: integer().notNull(),
    decidedBy: text(),
  },
  (t) => [
    index('files_by_question').on(t.consultationId, t.audience, t.question),
    index('files_by_response').on(t.responseId),
    lengthOf('files_id', t.id, 16, 64),
    lengthOf('files_purpose', t.purpose, 1, 20),
    lengthOf('files_consultation_id', t.consultationId, 1, 41),
    lengthOf('files_audience', t.audience, 1, 20),
    lengthOf('files_question', t.question, 1, 41),
    lengthOf('files_locale', t.locale, 2, 35),
    lengthOf('files_response_id', t.responseId, 36),
    lengthOf('files_content_type', t.contentType, 3, 60),
    lengthOf('files_sha256', t.sha256, 64),
    lengthOf('files_state', t.state, 1, 20),
    lengthOf('files_decided_by', t.decidedBy, 1, 64),
  ],
)
