import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { SuggestionRating } from '../../surveys/engine/suggestion-steps.ts'
import { consultations, versions } from './consultations.ts'
import { lengthOf } from './length.ts'
import { responses } from './responses.ts'

/**
 * How to reach people who want to take part, sealed. Nothing here leads to a response: not the id, not
 * the receipt, not the moment, only the day.
 */
export const contacts = sqliteTable(
  'contacts',
  {
    id: text().primaryKey(),
    consultationId: text()
      .notNull()
      .references(() => consultations.id),
    sealed: text().notNull(),
    createdAt: integer().notNull(),
    expiresAt: integer().notNull(),
    /** Of the code with which the person takes it back. */
    withdrawLocator: text().notNull().unique(),
  },
  (t) => [
    index('contacts_by_consultation').on(t.consultationId, t.createdAt),
    lengthOf('contacts_id', t.id, 16, 64),
    lengthOf('contacts_consultation_id', t.consultationId, 1, 41),
    lengthOf('contacts_sealed', t.sealed, 20, 8000),
    lengthOf('contacts_withdraw_locator', t.withdrawLocator, 4, 64),
  ],
)

/** What a resident proposed and what became of it. The words stay with the response, once. */
export const suggestions = sqliteTable(
  'suggestions',
  {
    responseId: text()
      .primaryKey()
      .references(() => responses.id),
    consultationId: text()
      .notNull()
      .references(() => consultations.id),
    versionId: integer()
      .notNull()
      .references(() => versions.id),
    question: text().notNull(),
    createdAt: integer().notNull(),
    state: text().$type<'received' | 'answered' | 'declined'>().notNull(),
    reply: text(),
    repliedAt: integer(),
    repliedBy: text(),
    /** The same for suggestions that are alike to the letter: a hash of what they say. */
    sameKey: text().notNull(),
    /** What its resident says to the reply, their own or that of the same suggestion. */
    rating: text().$type<SuggestionRating>(),
    ratedAt: integer(),
  },
  (t) => [
    index('suggestions_by_consultation').on(t.consultationId, t.createdAt),
    index('suggestions_by_state').on(t.consultationId, t.state, t.createdAt),
    index('suggestions_by_same_key').on(t.consultationId, t.sameKey),
    lengthOf('suggestions_same_key', t.sameKey, 0, 32),
    lengthOf('suggestions_rating', t.rating, 1, 10),
    lengthOf('suggestions_response_id', t.responseId, 36),
    lengthOf('suggestions_consultation_id', t.consultationId, 1, 41),
    lengthOf('suggestions_question', t.question, 1, 41),
    lengthOf('suggestions_state', t.state, 1, 20),
    lengthOf('suggestions_reply', t.reply, 1, 4000),
    lengthOf('suggestions_replied_by', t.repliedBy, 1, 64),
  ],
)

/** What staff saw in a drawing or a photo, in a word or two each. */
export const pictureCodes = sqliteTable(
  'picture_codes',
  {
    versionId: integer()
      .notNull()
      .references(() => versions.id),
    responseSeq: integer()
      .notNull()
      .references(() => responses.seq),
    question: text().notNull(),
    code: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.versionId, t.responseSeq, t.question, t.code] }),
    index('picture_codes_by_response').on(t.responseSeq),
    lengthOf('picture_codes_question', t.question, 1, 41),
    lengthOf('picture_codes_code', t.code, 1, 40),
  ],
)
