import { and, count, eq, isNull, type SQL } from 'drizzle-orm'
import { type By, writeAudited } from './audit.ts'
import { members } from './schema.ts'
import type { Statement, Store } from './store.ts'

/** A person with an open account. */
export interface Member {
  id: string
  name: string
  role: string
  passwordHash: string
}

/** The member of this name, spelt as it was when the account was made, unless the account is closed. */
export const findMemberByName = (store: Store, name: string) =>
  findWhere(store, eq(members.name, name))

/** The member with this id, unless the account is closed. */
export const findMember = (store: Store, id: string) => findWhere(store, eq(members.id, id))

async function findWhere(store: Store, is: SQL): Promise<Member | undefined> {
  const { id, name, role, passwordHash } = members
  const [member] = await store.orm
    .select({ id, name, role, passwordHash })
    .from(members)
    .where(and(is, isNull(members.disabledAt)))
  return member
}

/** Everybody with an account, oldest first. */
export async function listMembers(
  store: Store,
): Promise<{ id: string; name: string; role: string; createdAt: number }[]> {
  const { id, name, role, createdAt } = members
  return store.orm
    .select({ id, name, role, createdAt })
    .from(members)
    .where(isNull(members.disabledAt))
    .orderBy(members.createdAt)
}

/** Gives a member another role; false where there is no such member. */
export async function changeRole(store: Store, id: string, role: string, by: By): Promise<boolean> {
  const entry = { ...by, action: 'change role', object: `${id} ${role}` }
  const [changed] = await writeAudited(store, entry, [
    {
      sql: 'UPDATE members SET role = ? WHERE id = ? AND disabled_at IS NULL',
      args: [role, id],
    },
  ])
  return changed?.rowsAffected === 1
}

/**
 * Gives a member another password and ends all their sessions: whoever knew the old one is out. Tries that failed
 * with the old one are forgotten.
 */
export async function changePassword(
  store: Store,
  id: string,
  passwordHash: string,
  by: By,
): Promise<void> {
  await writeAudited(store, { ...by, action: 'change password', object: id }, [
    store.orm
      .update(members)
      .set({ passwordHash, failedCount: 0, blockedUntil: null })
      .where(eq(members.id, id)),
    { sql: 'DELETE FROM sessions WHERE member_id = ?', args: [id] },
  ])
}

/** Closes an account with all its sessions; what it did stays written down. False where there is none. */
export async function closeAccount(store: Store, id: string, by: By): Promise<boolean> {
  const entry = { ...by, action: 'close account', object: id }
  const [closed] = await writeAudited(store, entry, [
    {
      sql: 'UPDATE members SET disabled_at = ? WHERE id = ? AND disabled_at IS NULL',
      args: [by.at, id],
    },
    { sql: 'DELETE FROM sessions WHERE member_id = ?', args: [id] },
  ])
  return closed?.rowsAffected === 1
}

/** How many people have an account; none means the set-up link must be printed. */
export async function memberCount(store: Store): Promise<number> {
  const [row] = await store.orm.select({ n: count() }).from(members)
  return row?.n ?? 0
}

/**
 * Books a try before the password is looked at, so that many tries at once cannot slip past the
 * delay. Returns the moment from which the next try is allowed when this one came too early.
 */
export async function bookSignInTry(
  store: Store,
  memberId: string,
  now: number,
): Promise<number | undefined> {
  const [booked] = await store.write([
    {
      sql: `UPDATE members
            SET failed_count = failed_count + 1,
                blocked_until = ? + min(${longestDelay}, 1000 * (1 << min(failed_count, 10)))
            WHERE id = ? AND coalesce(blocked_until, 0) <= ?`,
      args: [now, memberId, now],
    },
  ])
  if (booked?.rowsAffected === 1) return
  const [row] = await store.orm
    .select({ until: members.blockedUntil })
    .from(members)
    .where(eq(members.id, memberId))
  return row?.until ?? now
}

/** A quarter of an hour; the delay doubles from one second and never becomes a lock. */
export const longestDelay = 15 * 60_000

/** The statement that forgets failed tries, for the batch that opens a session. */
export function forgetTries(store: Store, memberId: string): Statement {
  return store.orm
    .update(members)
    .set({ failedCount: 0, blockedUntil: null })
    .where(eq(members.id, memberId))
}
