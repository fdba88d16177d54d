import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Audience } from '../../surveys/engine/definition.ts'
import { consultations } from './consultations.ts'
import { lengthOf } from './length.ts'
import { responses } from './responses.ts'

/**
 * What a resident wrote, made safe to be read by everybody: one person proposes the wording, another
 * releases exactly that. Other words of the resident, or of the proposal, need releasing again.
 */
export const releasedTexts = sqliteTable(
  'released_texts',
  {
    responseSeq: integer()
      .notNull()
      .references(() => responses.seq),
    question: text().notNull(),
    consultationId: text()
      .notNull()
      .references(() => consultations.id),
    text: text().notNull(),
    proposedAt: integer().notNull(),
    proposedBy: text().notNull(),
    releasedAt: integer(),
    releasedBy: text(),
  },
  (t) => [
    primaryKey({ columns: [t.responseSeq, t.question] }),
    index('released_texts_by_consultation').on(t.consultationId, t.question, t.responseSeq),
    lengthOf('released_texts_question', t.question, 1, 41),
    lengthOf('released_texts_consultation_id', t.consultationId, 1, 41),
    lengthOf('released_texts_text', t.text, 1, 4000),
    lengthOf('released_texts_proposed_by', t.proposedBy, 1, 64),
    lengthOf('released_texts_released_by', t.releasedBy, 1, 64),
  ],
)

/** What staff gather the answers to a text question under. A code that was removed keeps its id: it is never given to another. */
export const codes = sqliteTable(
  'codes',
  {
    consultationId: text()
      .notNull()
      .references(() => consultations.id),
    audience: text().$type<Audience>().notNull(),
    question: text().notNull(),
    id: text().notNull(),
    position: integer().notNull(),
    name: text().notNull(),
    description: text().notNull(),
    /** Words that suggest this code, one a line. */
    rules: text().notNull(),
    removedAt: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.consultationId, t.audience, t.question, t.id] }),
    lengthOf('codes_consultation_id', t.consultationId, 1, 41),
    lengthOf('codes_audience', t.audience, 1, 20),
    lengthOf('codes_question', t.question, 1, 41),
    lengthOf('codes_id', t.id, 2, 8),
    lengthOf('codes_name', t.name, 1, 40),
    lengthOf('codes_description', t.description, 0, 400),
    lengthOf('codes_rules', t.rules, 0, 2000),
  ],
)

/**
 * That somebody read an answer, and which codes fit it: a JSON list of ids, empty where none does.
 * Round 1 is the first reading, 2 the second by another person, 3 what both settled on.
 */
export const codings = sqliteTable(
  'codings',
  {
    responseSeq: integer()
      .notNull()
      .references(() => responses.seq),
    question: text().notNull(),
    round: integer().notNull(),
    codes: text().notNull(),
    codedAt: integer().notNull(),
    codedBy: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.responseSeq, t.question, t.round] }),
    lengthOf('codings_question', t.question, 1, 41),
    lengthOf('codings_codes', t.codes, 2, 400),
    lengthOf('codings_coded_by', t.codedBy, 1, 64),
  ],
)

/** That a person found two answers to a text question to wish for the same, or looked and found they do not. */
export const textLinks = sqliteTable(
  'text_links',
  {
    question: text().notNull(),
    responseSeq: integer()
      .notNull()
      .references(() => responses.seq),
    /** The later of the two. */
    otherSeq: integer()
      .notNull()
      .references(() => responses.seq),
    same: integer({ mode: 'boolean' }).notNull(),
    linkedAt: integer().notNull(),
    linkedBy: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.question, t.responseSeq, t.otherSeq] }),
    index('text_links_by_other').on(t.otherSeq),
    lengthOf('text_links_question', t.question, 1, 41),
    lengthOf('text_links_linked_by', t.linkedBy, 1, 64),
  ],
)

/** How the shipped lists of words were changed here: `words` are kept in one piece, `stops` are left out of counts. */
export const lexiconChanges = sqliteTable(
  'lexicon_changes',
  {
    list: text().$type<'words' | 'stops'>().notNull(),
    word: text().notNull(),
    present: integer({ mode: 'boolean' }).notNull(),
    changedAt: integer().notNull(),
    changedBy: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.list, t.word] }),
    lengthOf('lexicon_changes_list', t.list, 1, 10),
    lengthOf('lexicon_changes_word', t.word, 1, 20),
    lengthOf('lexicon_changes_changed_by', t.changedBy, 1, 64),
  ],
)
