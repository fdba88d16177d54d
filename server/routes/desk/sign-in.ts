import { Hono } from 'hono'
import { writeAudited } from '../../../db/audit.ts'
import { endSession, findSession } from '../../../db/sessions.ts'
import { SignInPage, type SignInProblem } from '../../../web/desk/sign-in-page.tsx'
import { needsHttps } from '../../desk/access/https.ts'
import { dropSessionCookie, readSessionCookie } from '../../desk/access/session.ts'
import { signIn, tidyName } from '../../desk/access/sign-in.ts'
import { readForm } from '../../desk/form.ts'
import type { AppContext, AppEnv } from '../../host.ts'
import { render } from '../../request/render.ts'

/** The door: the only desk addresses, beside the set-up link, that answer without a session. */
export const signInRoutes = new Hono<AppEnv>()

signInRoutes.get('/sign-in', (c) => {
  const { out, changed, next } = c.req.query()
  const why = out !== undefined ? 'signed-out' : changed !== undefined ? 'changed' : next && 'idle'
  return page(c, 200, why ? { kind: why } : undefined, { next })
})

signInRoutes.post('/sign-in', async (c) => {
  const field = await readForm(c)
  const name = tidyName(field('name'))
  const next = field('next')
  const outcome = await signIn(c, name, field('password'))
  switch (outcome.kind) {
    case 'in':
      return c.redirect(deskAddress(next), 303)
    case 'no-match':
      return page(c, 403, outcome, { name, next })
    case 'wait':
      c.header('Retry-After', String(outcome.seconds))
      return page(c, 429, outcome, { name, next })
  }
})

signInRoutes.post('/sign-out', async (c) => {
  const secret = readSessionCookie(c)
  const { store } = c.var
  const session = secret ? await findSession(store, secret, c.var.now()) : undefined
  if (secret && session) {
    const { memberId } = session
    const entry = { at: c.var.now(), actor: memberId, action: 'sign out', object: memberId }
    await writeAudited(store, entry, [endSession(store, secret)])
  }
  dropSessionCookie(c)
  return c.redirect('/desk/sign-in?out', 303)
})

interface Entered {
  name?: string
  next?: string | undefined
}

function page(c: AppContext, status: 200 | 403 | 429, problem?: SignInProblem, entered?: Entered) {
  const { demo } = c.var.settings
  const next = entered?.next && deskAddress(entered.next)
  return render(
    c,
    SignInPage({ demo, needsHttps: needsHttps(c), problem, name: entered?.name, next }),
    status,
  )
}

// Where to go after signing in; never out of the desk, whatever the link said.
function deskAddress(next: string): string {
  return /^\/desk(?:[/?][\w\-./?=&%~:,+]*)?$/.test(next) && !next.includes('//') ? next : '/desk'
}
