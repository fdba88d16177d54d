import { createHmac, timingSafeEqual } from 'node:crypto'
import { writeAudited } from '../../../db/audit.ts'
import { findMember, type Member } from '../../../db/members.ts'
import type { AppContext } from '../../host.ts'
import { purposeKey } from '../../purpose-key.ts'
import { by } from './session.ts'

const linkLasts = 24 * 3_600_000

/**
 * The secret part of a link with which one member chooses another password, for a day. It is kept nowhere: it vouches
 * for the password as it is now, so that whoever has chosen another one has used it up.
 */
export async function makePasswordLink(
  c: AppContext,
  member: Member,
): Promise<{ token: string; expiresAt: number }> {
  const entry = { ...by(c), action: 'make password link', object: member.id }
  const expiresAt = entry.at + linkLasts
  await writeAudited(c.var.store, entry, [])
  return { token: `${member.id}.${expiresAt}.${sealOf(c, member, expiresAt)}`, expiresAt }
}

/** Whose password this link may change now. */
export async function memberOfLink(c: AppContext, token: string): Promise<Member | undefined> {
  const found = /^([\w-]{1,64})\.(\d{1,16})\.([\w-]{43})$/.exec(token)
  const [, id = '', until = '0', seal = ''] = found ?? []
  if (Number(until) <= c.var.now()) return undefined
  const member = await findMember(c.var.store, id)
  if (!member) return undefined
  const isWhole = timingSafeEqual(Buffer.from(seal), Buffer.from(sealOf(c, member, Number(until))))
  return isWhole ? member : undefined
}

function sealOf(c: AppContext, { id, passwordHash }: Member, expiresAt: number): string {
  return createHmac('sha256', purposeKey(c.var.settings.secretKey, 'password link'))
    .update(`${id} ${expiresAt} ${passwordHash}`)
    .digest('base64url')
}
