import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { lengthOf } from './length.ts'

/** A person at the desk. */
export const members = sqliteTable(
  'members',
  {
    id: text().primaryKey(),
    name: text().notNull().unique(),
    passwordHash: text().notNull(),
    role: text().notNull(),
    createdAt: integer().notNull(),
    disabledAt: integer(),
    failedCount: integer().notNull().default(0),
    blockedUntil: integer(),
  },
  (t) => [
    lengthOf('members_id', t.id, 1, 64),
    lengthOf('members_name', t.name, 1, 64),
    lengthOf('members_password_hash', t.passwordHash, 20, 256),
    lengthOf('members_role', t.role, 1, 20),
  ],
)

/** Only the hash of what the cookie holds, so that a stolen database opens no desk. */
export const sessions = sqliteTable(
  'sessions',
  {
    idHash: text().primaryKey(),
    memberId: text()
      .notNull()
      .references(() => members.id),
    createdAt: integer().notNull(),
    lastSeenAt: integer().notNull(),
    expiresAt: integer().notNull(),
    /** When the password was typed again in this session, for what asks for that. */
    confirmedAt: integer(),
  },
  (t) => [
    index('sessions_by_member').on(t.memberId),
    lengthOf('sessions_id_hash', t.idHash, 64),
    lengthOf('sessions_member_id', t.memberId, 1, 64),
  ],
)

/** A link that lets one person make an account, once. */
export const invitations = sqliteTable(
  'invitations',
  {
    tokenHash: text().primaryKey(),
    role: text().notNull(),
    createdAt: integer().notNull(),
    expiresAt: integer().notNull(),
    usedAt: integer(),
  },
  (t) => [
    lengthOf('invitations_token_hash', t.tokenHash, 64),
    lengthOf('invitations_role', t.role, 1, 20),
  ],
)
