import {
  foreignKey,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import type { Audience } from '../../surveys/engine/definition.ts'
import type { Text } from '../../surveys/engine/text.ts'
import { lengthOf } from './length.ts'

/** One round of asking. `particulars` is what the committee fills in: phone, address and the like. */
export const consultations = sqliteTable(
  'consultations',
  {
    id: text().primaryKey(),
    title: text({ mode: 'json' }).$type<Text>().notNull(),
    background: text({ mode: 'json' }).$type<Text>().notNull(),
    topics: text().notNull(),
    opensAt: integer().notNull(),
    closesAt: integer().notNull(),
    particulars: text().notNull(),
    /** How long after sending a response can be corrected. */
    correctionMinutes: integer().notNull().default(1440),
  },
  (t) => [
    lengthOf('consultations_id', t.id, 1, 41),
    lengthOf('consultations_title', t.title, 2, 20_000),
    lengthOf('consultations_background', t.background, 2, 20_000),
    lengthOf('consultations_topics', t.topics, 2, 524_288),
    lengthOf('consultations_particulars', t.particulars, 2, 20_000),
  ],
)

/** The same consultation for one audience. */
export const editions = sqliteTable(
  'editions',
  {
    consultationId: text()
      .notNull()
      .references(() => consultations.id),
    audience: text().$type<Audience>().notNull(),
    position: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.consultationId, t.audience] }),
    lengthOf('editions_consultation_id', t.consultationId, 1, 41),
    lengthOf('editions_audience', t.audience, 1, 20),
  ],
)

/** An edition's definition, frozen at publishing and numbered from 1. Never changed afterwards. */
export const versions = sqliteTable(
  'versions',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    consultationId: text().notNull(),
    audience: text().$type<Audience>().notNull(),
    number: integer().notNull(),
    definition: text().notNull(),
    sha256: text().notNull(),
    publishedAt: integer().notNull(),
  },
  (t) => [
    foreignKey({
      columns: [t.consultationId, t.audience],
      foreignColumns: [editions.consultationId, editions.audience],
    }),
    uniqueIndex('versions_by_number').on(t.consultationId, t.audience, t.number),
    lengthOf('versions_consultation_id', t.consultationId, 1, 41),
    lengthOf('versions_audience', t.audience, 1, 20),
    lengthOf('versions_definition', t.definition, 2, 524_288),
    lengthOf('versions_sha256', t.sha256, 64),
  ],
)
