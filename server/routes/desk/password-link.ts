import { Hono } from 'hono'
import { changePassword, type Member } from '../../../db/members.ts'
import { ForgottenPage } from '../../../web/desk/forgotten-page.tsx'
import type { NewPasswordProblem } from '../../../web/desk/new-password.tsx'
import { LinkSpentPage } from '../../../web/desk/set-up-page.tsx'
import { hashPassword, newPasswordProblem } from '../../desk/access/password.ts'
import { memberOfLink } from '../../desk/access/password-link.ts'
import { readForm } from '../../desk/form.ts'
import type { AppContext, AppEnv } from '../../host.ts'
import { render } from '../../request/render.ts'

/** The one-time link for somebody who has forgotten their password. */
export const passwordLinkRoutes = new Hono<AppEnv>()

passwordLinkRoutes.get('/password/:token', async (c) => {
  const token = c.req.param('token')
  const member = await memberOfLink(c, token)
  return member ? page(c, token, member) : spent(c)
})

passwordLinkRoutes.post('/password/:token', async (c) => {
  const token = c.req.param('token')
  const member = await memberOfLink(c, token)
  if (!member) return spent(c)
  const field = await readForm(c)
  const problem = newPasswordProblem(field('chosen'), field('again'), member.name)
  if (problem) return page(c, token, member, problem)
  const { id } = member
  const passwordHash = await hashPassword(field('chosen'))
  await changePassword(c.var.store, id, passwordHash, { at: c.var.now(), actor: id })
  return c.redirect('/desk/sign-in?changed', 303)
})

function page(c: AppContext, token: string, { name }: Member, problem?: NewPasswordProblem) {
  const { demo } = c.var.settings
  return render(c, ForgottenPage({ demo, token, name, problem }), problem ? 422 : 200)
}

function spent(c: AppContext) {
  return render(c, LinkSpentPage({ demo: c.var.settings.demo }), 410)
}
