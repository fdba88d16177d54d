import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { and, count, eq, gt, isNull } from 'drizzle-orm'
import { writeAudited } from './audit.ts'
import { invitations, members } from './schema.ts'
import type { Statement, Store } from './store.ts'

export interface Member {
  id: string
  name: string
  role: string
  passwordHash: string
}

const invitationLasts = 24 * 3_600_000

/** A link's secret part: valid for a day, for one person. Only its hash is kept. */
export async function createInvitation(
  store: Store,
  { role, now, actor = 'system' }: { role: string; now: number; actor?: string },
): Promise<{ token: string; expiresAt: number }> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = now + invitationLasts
  const row = { tokenHash: secretHash(token), role, createdAt: now, expiresAt }
  await writeAudited(store, { at: now, actor, action: 'invite', object: role }, [
    store.orm.insert(invitations).values(row),
  ])
  return { token, expiresAt }
}

/** Whether this link still lets somebody make an account. */
export async function invitationOpen(store: Store, token: string, now: number): Promise<boolean> {
  const found = await store.orm
    .select({ role: invitations.role })
    .from(invitations)
    .where(
      and(
        eq(invitations.tokenHash, secretHash(token)),
        isNull(invitations.usedAt),
        gt(invitations.expiresAt, now),
      ),
    )
  return found.length > 0
}

interface NewMember {
  token: string
  name: string
  passwordHash: string
  now: number
}

/** Makes the account and spends the link in one batch, or says why not. A closed account keeps its name. */
export async function acceptInvitation(
  store: Store,
  { token, name, passwordHash, now }: NewMember,
): Promise<'joined' | 'link-spent' | 'name-taken'> {
  const id = randomUUID()
  const hash = secretHash(token)
  const statements = [
    {
      // Without an open invitation the role is NULL, the table refuses it, and nothing of the batch happens.
      sql: `INSERT INTO members (id, name, password_hash, created_at, role) VALUES (?, ?, ?, ?,
            (SELECT role FROM invitations WHERE token_hash = ? AND used_at IS NULL AND expires_at > ?))`,
      args: [id, name, passwordHash, now, hash, now],
    },
    { sql: 'UPDATE invitations SET used_at = ? WHERE token_hash = ?', args: [now, hash] },
  ]
  try {
    await writeAudited(store, { at: now, actor: id, action: 'join', object: id }, statements)
    return 'joined'
  } catch (error) {
    if (!(await invitationOpen(store, token, now))) return 'link-spent'
    if (await isNameTaken(store, name)) return 'name-taken'
    throw error
  }
}

async function isNameTaken(store: Store, name: string): Promise<boolean> {
  const found = await store.orm
    .select({ id: members.id })
    .from(members)
    .where(eq(members.name, name))
  return found.length > 0
}

export async function findMemberByName(store: Store, name: string): Promise<Member | undefined> {
  const [member] = await store.orm
    .select({
      id: members.id,
      name: members.name,
      role: members.role,
      passwordHash: members.passwordHash,
    })
    .from(members)
    .where(and(eq(members.name, name), isNull(members.disabledAt)))
  return member
}

/** The member with this id, unless the account is closed. */
export async function findMember(store: Store, id: string): Promise<Member | undefined> {
  const { name, role, passwordHash } = members
  const [member] = await store.orm
    .select({ id: members.id, name, role, passwordHash })
    .from(members)
    .where(and(eq(members.id, id), isNull(members.disabledAt)))
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

interface MemberChange {
  id: string
  at: number
  actor: string
}

/** Gives a member another role; false where there is no such member. */
export async function changeRole(
  store: Store,
  { id, at, actor, role }: MemberChange & { role: string },
): Promise<boolean> {
  const entry = { at, actor, action: 'change role', object: `${id} ${role}` }
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
  { id, at, actor, passwordHash }: MemberChange & { passwordHash: string },
): Promise<void> {
  await writeAudited(store, { at, actor, action: 'change password', object: id }, [
    store.orm
      .update(members)
      .set({ passwordHash, failedCount: 0, blockedUntil: null })
      .where(eq(members.id, id)),
    { sql: 'DELETE FROM sessions WHERE member_id = ?', args: [id] },
  ])
}

/** Closes an account with all its sessions; what it did stays written down. False where there is none. */
export async function closeAccount(
  store: Store,
  { id, at, actor }: MemberChange,
): Promise<boolean> {
  const entry = { at, actor, action: 'close account', object: id }
  const [closed] = await writeAudited(store, entry, [
    {
      sql: 'UPDATE members SET disabled_at = ? WHERE id = ? AND disabled_at IS NULL',
      args: [at, id],
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

/** What is stored of a secret that only its holder knows; it is random, so no salt is needed. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
