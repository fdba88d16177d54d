import { randomBytes } from 'node:crypto'
import { and, eq, gt, isNull, lt, or } from 'drizzle-orm'
import { members, sessions } from './schema.ts'
import { secretHash } from './secret.ts'
import type { Statement, Store } from './store.ts'

const idleLimit = 30 * 60_000
const absoluteLimit = 12 * 3_600_000
// Writing down every click would cost a disk sync each; a minute is exact enough for half an hour.
const noticeEvery = 60_000

/** Who is signed in. */
export interface Session {
  memberId: string
  name: string
  role: string
  /** When the password was last typed again in this session; null where it never was. */
  confirmedAt: number | null
}

/** A new session's secret for the cookie, and the statements that store its hash and sweep out old ones. */
export function newSession(
  store: Store,
  memberId: string,
  now: number,
): { secret: string; statements: Statement[] } {
  const secret = randomBytes(32).toString('base64url')
  const row = {
    idHash: secretHash(secret),
    memberId,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: now + absoluteLimit,
  }
  const statements = [
    store.orm
      .delete(sessions)
      .where(or(lt(sessions.expiresAt, now), lt(sessions.lastSeenAt, now - idleLimit))),
    store.orm.insert(sessions).values(row),
  ]
  return { secret, statements }
}

/** Who this secret belongs to, unless the session is over or the member has been disabled. */
export async function findSession(
  store: Store,
  secret: string,
  now: number,
): Promise<Session | undefined> {
  const idHash = secretHash(secret)
  const [found] = await store.orm
    .select({
      memberId: members.id,
      name: members.name,
      role: members.role,
      lastSeenAt: sessions.lastSeenAt,
      confirmedAt: sessions.confirmedAt,
    })
    .from(sessions)
    .innerJoin(members, eq(members.id, sessions.memberId))
    .where(
      and(
        eq(sessions.idHash, idHash),
        gt(sessions.expiresAt, now),
        gt(sessions.lastSeenAt, now - idleLimit),
        isNull(members.disabledAt),
      ),
    )
  if (!found) return
  if (now - found.lastSeenAt > noticeEvery) {
    await store.write([
      store.orm.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.idHash, idHash)),
    ])
  }
  const { memberId, name, role, confirmedAt } = found
  return { memberId, name, role, confirmedAt }
}

/** A new secret for a session whose holder typed the password again, and the statement that gives it to it. */
export function confirmSession(
  secret: string,
  now: number,
): { secret: string; statement: Statement } {
  const next = randomBytes(32).toString('base64url')
  const sql = 'UPDATE sessions SET id_hash = ?, confirmed_at = ? WHERE id_hash = ?'
  return { secret: next, statement: { sql, args: [secretHash(next), now, secretHash(secret)] } }
}

/** The statement that ends one session. */
export function endSession(store: Store, secret: string): Statement {
  return store.orm.delete(sessions).where(eq(sessions.idHash, secretHash(secret)))
}
