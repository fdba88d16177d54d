import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { consultations } from './consultations.ts'
import { files } from './files.ts'
import { lengthOf } from './length.ts'

/**
 * What the committee decided and why, from the finding to the day it was done. `findings` are the published
 * tables it rests on, as they stood then. Days are written `2026-03-02`.
 */
export const decisions = sqliteTable(
  'decisions',
  {
    id: text().primaryKey(),
    consultationId: text()
      .notNull()
      .references(() => consultations.id),
    number: integer().notNull(),
    title: text().notNull(),
    findings: text().notNull(),
    options: text().notNull(),
    verdict: text().$type<'do' | 'partly' | 'not'>().notNull(),
    decision: text().notNull(),
    reason: text().notNull(),
    decidedBy: text().notNull(),
    decidedOn: text().notNull(),
    action: text().notNull(),
    unit: text().notNull(),
    dueOn: text().notNull(),
    progress: text().$type<'planned' | 'doing' | 'done'>().notNull(),
    progressNote: text().notNull(),
    progressAt: integer(),
    photoId: text().references(() => files.id),
    writtenAt: integer().notNull(),
    writtenBy: text().notNull(),
    publishedAt: integer(),
    publishedBy: text(),
    /** What everybody reads, as JSON: the words as they stood when a second person published them. */
    published: text(),
  },
  (t) => [
    uniqueIndex('decisions_by_number').on(t.consultationId, t.number),
    index('decisions_by_publication').on(t.consultationId, t.publishedAt),
    lengthOf('decisions_id', t.id, 36),
    lengthOf('decisions_consultation_id', t.consultationId, 1, 41),
    lengthOf('decisions_title', t.title, 1, 200),
    lengthOf('decisions_findings', t.findings, 2, 400_000),
    lengthOf('decisions_options', t.options, 0, 4000),
    lengthOf('decisions_verdict', t.verdict, 1, 20),
    lengthOf('decisions_decision', t.decision, 1, 4000),
    lengthOf('decisions_reason', t.reason, 0, 4000),
    lengthOf('decisions_decided_by', t.decidedBy, 0, 200),
    lengthOf('decisions_decided_on', t.decidedOn, 0, 10),
    lengthOf('decisions_action', t.action, 0, 4000),
    lengthOf('decisions_unit', t.unit, 0, 200),
    lengthOf('decisions_due_on', t.dueOn, 0, 10),
    lengthOf('decisions_progress', t.progress, 1, 20),
    lengthOf('decisions_progress_note', t.progressNote, 0, 4000),
    lengthOf('decisions_photo_id', t.photoId, 16, 64),
    lengthOf('decisions_written_by', t.writtenBy, 1, 64),
    lengthOf('decisions_published_by', t.publishedBy, 1, 64),
    lengthOf('decisions_published', t.published, 2, 440_000),
  ],
)
