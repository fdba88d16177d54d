import { Hono } from 'hono'
import { acceptInvitation, invitationOpen } from '../../../db/invitations.ts'
import { findMemberByName } from '../../../db/members.ts'
import { LinkSpentPage, SetUpPage, type SetUpProblem } from '../../../web/desk/set-up-page.tsx'
import { needsHttps } from '../../desk/access/https.ts'
import { hashPassword, newPasswordProblem } from '../../desk/access/password.ts'
import { tidyName } from '../../desk/access/sign-in.ts'
import { readForm } from '../../desk/form.ts'
import type { AppContext, AppEnv } from '../../host.ts'
import { render } from '../../request/render.ts'

/** The one-time link that makes an account. */
export const setUpRoutes = new Hono<AppEnv>()

setUpRoutes.get('/setup/:token', async (c) => {
  const token = c.req.param('token')
  return (await invitationOpen(c.var.store, token, c.var.now())) ? page(c, token) : spent(c)
})

setUpRoutes.post('/setup/:token', async (c) => {
  const token = c.req.param('token')
  if (!(await invitationOpen(c.var.store, token, c.var.now()))) return spent(c)
  const field = await readForm(c)
  const name = tidyName(field('name'))
  const password = field('password')
  const problem = await problemWith(c, name, password, field('again'))
  if (problem) return page(c, token, name, problem)
  const member = { token, name, passwordHash: await hashPassword(password), now: c.var.now() }
  switch (await acceptInvitation(c.var.store, member)) {
    case 'joined':
      return c.redirect('/desk/sign-in', 303)
    case 'link-spent':
      return spent(c)
    case 'name-taken':
      return page(c, token, name, 'name-taken')
  }
})

async function problemWith(
  c: AppContext,
  name: string,
  password: string,
  again: string,
): Promise<SetUpProblem | undefined> {
  const length = [...name].length
  if (length < 1 || length > 40) return 'name-missing'
  if (await findMemberByName(c.var.store, name)) return 'name-taken'
  return newPasswordProblem(password, again, name)
}

function page(c: AppContext, token: string, name?: string, problem?: SetUpProblem) {
  const { demo } = c.var.settings
  const shown = SetUpPage({ demo, token, name, problem, needsHttps: needsHttps(c) })
  return render(c, shown, problem ? 422 : 200)
}

function spent(c: AppContext) {
  return render(c, LinkSpentPage({ demo: c.var.settings.demo }), 410)
}
