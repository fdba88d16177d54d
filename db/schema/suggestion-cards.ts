import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { SuggestionOutcome } from '../../surveys/engine/suggestion-steps.ts'
import { consultations } from './consultations.ts'
import { lengthOf } from './length.ts'
import { responses } from './responses.ts'

/**
 * A suggestion on its way through the house, from the day it was registered: the official card with its four
 * headings, who handles it until when and what came of it.
 */
export const suggestionCards = sqliteTable(
  'suggestion_cards',
  {
    responseId: text()
      .primaryKey()
      .references(() => responses.id),
    consultationId: text()
      .notNull()
      .references(() => consultations.id),
    number: integer().notNull(),
    subject: text().notNull(),
    matter: text().notNull(),
    proposal: text().notNull(),
    place: text().notNull(),
    category: text().notNull(),
    registeredAt: integer().notNull(),
    registeredBy: text().notNull(),
    unit: text(),
    assignedAt: integer(),
    /** `2026-03-02`, the last day for an answer. */
    dueOn: text(),
    handling: text(),
    outcome: text().$type<SuggestionOutcome>(),
    /** What it went into, one of seven. */
    adoptedAs: text(),
    /** For staff alone: 备注 in the register. */
    note: text().notNull(),
    archivedAt: integer(),
  },
  (t) => [
    uniqueIndex('suggestion_cards_by_number').on(t.consultationId, t.number),
    index('suggestion_cards_by_due').on(t.consultationId, t.dueOn),
    lengthOf('suggestion_cards_response_id', t.responseId, 36),
    lengthOf('suggestion_cards_consultation_id', t.consultationId, 1, 41),
    lengthOf('suggestion_cards_subject', t.subject, 1, 200),
    lengthOf('suggestion_cards_matter', t.matter, 0, 4000),
    lengthOf('suggestion_cards_proposal', t.proposal, 0, 4000),
    lengthOf('suggestion_cards_place', t.place, 0, 400),
    lengthOf('suggestion_cards_category', t.category, 0, 100),
    lengthOf('suggestion_cards_registered_by', t.registeredBy, 1, 64),
    lengthOf('suggestion_cards_unit', t.unit, 1, 200),
    lengthOf('suggestion_cards_due_on', t.dueOn, 10),
    lengthOf('suggestion_cards_handling', t.handling, 0, 4000),
    lengthOf('suggestion_cards_outcome', t.outcome, 1, 20),
    lengthOf('suggestion_cards_adopted_as', t.adoptedAs, 1, 40),
    lengthOf('suggestion_cards_note', t.note, 0, 4000),
  ],
)

/** Days on which offices are shut though it is no weekend, or open though it is; beyond those that are shipped. */
export const holidays = sqliteTable(
  'holidays',
  {
    /** `2027-01-01` */
    day: text().primaryKey(),
    isWorkday: integer({ mode: 'boolean' }).notNull(),
  },
  (t) => [lengthOf('holidays_day', t.day, 10)],
)
