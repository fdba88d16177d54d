import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Channel } from '../../surveys/engine/answers.ts'
import { consultations } from './consultations.ts'
import { lengthOf } from './length.ts'

/** A link with which a volunteer takes down what others say, or with which a phone stands open in a hall. */
export const assistSessions = sqliteTable(
  'assist_sessions',
  {
    /** Only the hash of what the link carries. */
    idHash: text().primaryKey(),
    consultationId: text()
      .notNull()
      .references(() => consultations.id),
    label: text().notNull(),
    channel: text().$type<Extract<Channel, 'assisted' | 'kiosk'>>().notNull(),
    place: text(),
    createdBy: text().notNull(),
    createdAt: integer().notNull(),
    expiresAt: integer().notNull(),
  },
  (t) => [
    lengthOf('assist_sessions_id_hash', t.idHash, 64),
    lengthOf('assist_sessions_consultation_id', t.consultationId, 1, 41),
    lengthOf('assist_sessions_label', t.label, 1, 80),
    lengthOf('assist_sessions_channel', t.channel, 1, 20),
    lengthOf('assist_sessions_place', t.place, 1, 80),
    lengthOf('assist_sessions_created_by', t.createdBy, 1, 64),
  ],
)
