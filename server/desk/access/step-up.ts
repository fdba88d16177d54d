import { writeAudited } from '../../../db/audit.ts'
import { bookSignInTry, findMemberByName, forgetTries } from '../../../db/members.ts'
import { confirmSession } from '../../../db/sessions.ts'
import type { PasswordProblem } from '../../../web/desk/password-again.tsx'
import type { AppContext } from '../../host.ts'
import { passwordMatches } from './password.ts'
import { memberOf, readSessionCookie, setSessionCookie } from './session.ts'

const lasts = 5 * 60_000

/** Whether the password was typed in this session within the last five minutes. */
export function isConfirmed(c: AppContext): boolean {
  const { confirmedAt } = memberOf(c)
  return confirmedAt !== null && c.var.now() - confirmedAt < lasts
}

/**
 * Lets what needs the password again go on, or says why not. A right password holds for five minutes and
 * gives the session a new secret, so that one stolen before gains nothing by it.
 */
export async function stepUp(
  c: AppContext,
  password: string,
): Promise<PasswordProblem | undefined> {
  if (isConfirmed(c)) return
  if (password === '') return { kind: 'missing' }
  const { store } = c.var
  const { id, name } = memberOf(c)
  const at = c.var.now()
  const until = await bookSignInTry(store, id, at)
  if (until !== undefined) return { kind: 'wait', seconds: Math.ceil((until - at) / 1000) }
  const member = await findMemberByName(store, name)
  const secret = readSessionCookie(c)
  if (!member || !secret || !(await passwordMatches(password, member.passwordHash)))
    return { kind: 'no-match' }
  const next = confirmSession(secret, at)
  const entry = { at, actor: id, action: 'confirm password', object: id }
  await writeAudited(store, entry, [forgetTries(store, id), next.statement])
  setSessionCookie(c, next.secret)
  c.set('member', { ...memberOf(c), confirmedAt: at })
  return
}
