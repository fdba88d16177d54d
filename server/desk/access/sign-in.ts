import { writeAudited } from '../../../db/audit.ts'
import {
  bookSignInTry,
  findMemberByName,
  forgetTries,
  longestDelay,
  type Member,
} from '../../../db/members.ts'
import { endSession, newSession } from '../../../db/sessions.ts'
import type { AppContext } from '../../host.ts'
import { noOne, passwordMatches } from './password.ts'
import { readSessionCookie, setSessionCookie } from './session.ts'

type Outcome = { kind: 'in' } | { kind: 'no-match' } | { kind: 'wait'; seconds: number }

/** Checks a name and a password and opens a session. A name nobody has costs the same and answers the same. */
export async function signIn(c: AppContext, name: string, password: string): Promise<Outcome> {
  const { store } = c.var
  const now = c.var.now()
  const member = await findMemberByName(store, name)
  const until = await (member ? bookSignInTry(store, member.id, now) : bookStranger(c, name, now))
  if (until !== undefined) return { kind: 'wait', seconds: Math.ceil((until - now) / 1000) }
  const matches = await passwordMatches(password, member?.passwordHash ?? noOne)
  if (!member || !matches) return { kind: 'no-match' }
  await openSession(c, member)
  return { kind: 'in' }
}

/** One spelling of a name, so that a stray blank or another input method does not shut anybody out. */
export function tidyName(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ')
}

async function openSession(c: AppContext, { id }: Member): Promise<void> {
  const { store } = c.var
  const at = c.var.now()
  const { secret, statements } = newSession(store, id, at)
  const before = readSessionCookie(c)
  await writeAudited(store, { at, actor: id, action: 'sign in', object: id }, [
    forgetTries(store, id),
    ...(before ? [endSession(store, before)] : []),
    ...statements,
  ])
  setSessionCookie(c, secret)
}

// Tries for names nobody has, so that a delay does not tell which names exist. Bounded: the oldest go first.
const strangers = new Map<string, { failed: number; until: number }>()
const strangersKept = 10_000

async function bookStranger(c: AppContext, name: string, now: number): Promise<number | undefined> {
  // The same write a known name costs, so that the clock tells nothing either.
  await bookSignInTry(c.var.store, 'nobody', now)
  const { failed = 0, until = 0 } = strangers.get(name) ?? {}
  if (until > now) return until
  strangers.delete(name)
  strangers.set(name, {
    failed: failed + 1,
    until: now + Math.min(longestDelay, 1000 * 2 ** Math.min(failed, 10)),
  })
  if (strangers.size > strangersKept) {
    for (const oldest of strangers.keys()) {
      strangers.delete(oldest)
      break
    }
  }
  return
}
