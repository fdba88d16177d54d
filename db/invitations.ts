import { randomBytes, randomUUID } from 'node:crypto'
import { and, eq, gt, isNull } from 'drizzle-orm'
import { type By, writeAudited } from './audit.ts'
import { invitations, members } from './schema.ts'
import { secretHash } from './secret.ts'
import type { Store } from './store.ts'

const invitationLasts = 24 * 3_600_000

/** A link's secret part: valid for a day, for one person. Only its hash is kept. */
export async function createInvitation(
  store: Store,
  role: string,
  by: By,
): Promise<{ token: string; expiresAt: number }> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = by.at + invitationLasts
  const row = { tokenHash: secretHash(token), role, createdAt: by.at, expiresAt }
  await writeAudited(store, { ...by, action: 'invite', object: role }, [
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
