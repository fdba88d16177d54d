import { integer, sqliteTable } from 'drizzle-orm/sqlite-core'
import { versions } from './consultations.ts'

/** Up to which response the suggestions of a version are registered; what comes later is not looked at yet. */
export const suggestionMarks = sqliteTable('suggestion_marks', {
  versionId: integer()
    .primaryKey()
    .references(() => versions.id),
  lastSeq: integer().notNull(),
})
