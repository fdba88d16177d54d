import type { Handler } from 'hono'
import { Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { findSession } from '../../../db/sessions.ts'
import type { AppContext, AppEnv } from '../../host.ts'
import { notAllowed } from './not-allowed.ts'
import { may, type Permission } from './permissions.ts'

// The prefix makes browsers refuse the cookie from any other host, path or plain connection.
const cookieName = '__Host-desk'
const cookieRules = { secure: true, httpOnly: true, sameSite: 'Strict', path: '/' } as const

export function readSessionCookie(c: AppContext): string | undefined {
  return getCookie(c, cookieName)
}

export function setSessionCookie(c: AppContext, secret: string): void {
  setCookie(c, cookieName, secret, cookieRules)
}

export function dropSessionCookie(c: AppContext): void {
  deleteCookie(c, cookieName, cookieRules)
}

/**
 * Where desk pages are registered. Each handler is wrapped on its own: there is no way to add a page
 * here that answers without a session, whatever path it is reached by. What `needs` a permission answers
 * only those whose role has it.
 */
export function staffRouter(needs?: Permission) {
  const routes = new Hono<AppEnv>()
  return {
    routes,
    get: <P extends string>(path: P, handler: Handler<AppEnv, P>) =>
      routes.get(path, forStaff(handler, needs)),
    post: <P extends string>(path: P, handler: Handler<AppEnv, P>) =>
      routes.post(path, forStaff(handler, needs)),
  }
}

/** Who is signed in; only handlers registered through `staffRouter` may ask. */
export function memberOf(c: AppContext): NonNullable<AppContext['var']['member']> {
  const { member } = c.var
  if (!member) throw new Error('a desk page was reached without a session')
  return member
}

/** Who does something and when, as the operation log names it. */
export const by = (c: AppContext) => ({ at: c.var.now(), actor: memberOf(c).id })

function forStaff<P extends string>(
  handler: Handler<AppEnv, P>,
  needs: Permission | undefined,
): Handler<AppEnv, P> {
  return async (c, next) => {
    const secret = readSessionCookie(c)
    const session = secret ? await findSession(c.var.store, secret, c.var.now()) : undefined
    if (!session) return toSignIn(c)
    const { memberId: id, name, role, confirmedAt } = session
    c.set('member', { id, name, role, confirmedAt })
    if (needs && !may(role, needs)) return notAllowed(c)
    return handler(c, next)
  }
}

function toSignIn(c: AppContext): Response {
  dropSessionCookie(c)
  if (c.req.method !== 'GET') return c.text('请先登录。', 401)
  const { pathname, search } = new URL(c.req.url)
  const next = pathname === '/desk' ? '' : `?next=${encodeURIComponent(pathname + search)}`
  return c.redirect(`/desk/sign-in${next}`, 303)
}
