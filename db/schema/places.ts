import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Text } from '../../surveys/engine/text.ts'
import { consultations } from './consultations.ts'
import { lengthOf } from './length.ts'

/** A residents' committee's area; `position` is its place in the geographic order. */
export const neighbourhoods = sqliteTable(
  'neighbourhoods',
  {
    id: text().primaryKey(),
    name: text({ mode: 'json' }).$type<Text>().notNull(),
    households: integer(),
    position: integer().notNull(),
  },
  (t) => [
    lengthOf('neighbourhoods_id', t.id, 1, 41),
    lengthOf('neighbourhoods_name', t.name, 2, 20_000),
  ],
)

/** The number never changes and is never given again: result columns keep it instead of the code. */
export const mailboxes = sqliteTable(
  'mailboxes',
  {
    number: integer().primaryKey({ autoIncrement: true }),
    code: text().notNull().unique(),
    neighbourhoodId: text()
      .notNull()
      .references(() => neighbourhoods.id),
    name: text({ mode: 'json' }).$type<Text>().notNull(),
    place: text({ mode: 'json' }).$type<Text>().notNull(),
    retiredAt: integer(),
  },
  (t) => [
    lengthOf('mailboxes_code', t.code, 3, 12),
    lengthOf('mailboxes_neighbourhood_id', t.neighbourhoodId, 1, 41),
    lengthOf('mailboxes_name', t.name, 2, 20_000),
    lengthOf('mailboxes_place', t.place, 2, 20_000),
  ],
)

/** Mailboxes that ask for one consultation only, whatever else is open; all others ask for all that are. */
export const mailboxConsultations = sqliteTable(
  'mailbox_consultations',
  {
    mailboxNumber: integer()
      .primaryKey()
      .references(() => mailboxes.number),
    consultationId: text()
      .notNull()
      .references(() => consultations.id),
  },
  (t) => [lengthOf('mailbox_consultations_consultation_id', t.consultationId, 1, 41)],
)
