import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Channel } from '../../surveys/engine/answers.ts'
import { versions } from './consultations.ts'
import { lengthOf } from './length.ts'
import { mailboxes } from './places.ts'

/**
 * One person's answers to one version. `seq` only grows and is never given twice, so a range of it
 * is closed once passed. `revision` counts corrections. `day` is the date in Shanghai, in days since 1970.
 */
export const responses = sqliteTable(
  'responses',
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    id: text().notNull().unique(),
    versionId: integer()
      .notNull()
      .references(() => versions.id),
    mailboxNumber: integer().references(() => mailboxes.number),
    channel: text().$type<Channel>().notNull(),
    submittedAt: integer().notNull(),
    day: integer().notNull(),
    late: integer({ mode: 'boolean' }).notNull(),
    answers: text().notNull(),
    others: text().notNull(),
    sha256: text().notNull(),
    locator: text().notNull().unique(),
    revision: integer().notNull().default(0),
    /** Who helped, where: JSON, only for a response given with someone's help. */
    assistance: text(),
    /** How long the page was open before it was sent, where the phone said so. */
    seconds: integer(),
    /** Two people agreed that it must not count; see `exclusions`. */
    excluded: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (t) => [
    index('responses_by_version').on(t.versionId, t.seq),
    lengthOf('responses_id', t.id, 36),
    lengthOf('responses_channel', t.channel, 1, 20),
    lengthOf('responses_answers', t.answers, 2, 262_144),
    lengthOf('responses_others', t.others, 2, 262_144),
    lengthOf('responses_sha256', t.sha256, 64),
    lengthOf('responses_locator', t.locator, 4, 40),
    lengthOf('responses_assistance', t.assistance, 2, 500),
  ],
)

/** What is left of a deleted response: enough that the same request, sent again, does not bring it back. */
export const tombstones = sqliteTable(
  'tombstones',
  {
    id: text().primaryKey(),
    sha256: text().notNull(),
    locator: text().notNull().unique(),
    deletedAt: integer().notNull(),
  },
  (t) => [
    lengthOf('tombstones_id', t.id, 36),
    lengthOf('tombstones_sha256', t.sha256, 64),
    lengthOf('tombstones_locator', t.locator, 4, 40),
  ],
)

/** Other content that came under the id of a stored response; kept for staff, once each. */
export const conflicts = sqliteTable(
  'conflicts',
  {
    id: text()
      .notNull()
      .references(() => responses.id),
    sha256: text().notNull(),
    receivedAt: integer().notNull(),
    body: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.sha256] }),
    lengthOf('conflicts_id', t.id, 36),
    lengthOf('conflicts_sha256', t.sha256, 64),
    lengthOf('conflicts_body', t.body, 0, 524_288),
  ],
)

/**
 * Result columns of all responses of one version whose seq lies in a range: a copy of the truth for
 * speed. A response that changes takes its chunk away in the same batch. The token is random: what was
 * once read under it never changes.
 */
export const chunks = sqliteTable(
  'chunks',
  {
    versionId: integer()
      .notNull()
      .references(() => versions.id),
    firstSeq: integer().notNull(),
    lastSeq: integer().notNull(),
    count: integer().notNull(),
    revisions: integer().notNull(),
    token: text().notNull(),
    data: blob({ mode: 'buffer' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.versionId, t.firstSeq] }),
    lengthOf('chunks_token', t.token, 36),
  ],
)
