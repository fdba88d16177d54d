import { createInvitation } from '../../../db/invitations.ts'
import { changeRole, closeAccount, findMember, listMembers } from '../../../db/members.ts'
import {
  type MadeLink,
  MembersPage,
  type MembersProblem,
} from '../../../web/desk/members/members-page.tsx'
import { makePasswordLink } from '../../desk/access/password-link.ts'
import { roles } from '../../desk/access/permissions.ts'
import { by, memberOf, staffRouter } from '../../desk/access/session.ts'
import { readForm } from '../../desk/form.ts'
import { deskPlace } from '../../desk/place.ts'
import type { AppContext } from '../../host.ts'
import { render } from '../../request/render.ts'

/** Colleagues with an account, what each may do, and links for new ones. */
export const memberRoutes = staffRouter('manage members')

memberRoutes.get('/members', (c) => page(c))

memberRoutes.post('/members/invitations', async (c) => {
  const { store, settings } = c.var
  const field = await readForm(c)
  const role = roles.find((one) => one === field('role')) ?? 'staff'
  const { token, expiresAt } = await createInvitation(store, role, by(c))
  const link = `${settings.publicOrigin}/desk/setup/${token}`
  return page(c, { made: { kind: 'invitation', link, expiresAt, role } }, 201)
})

memberRoutes.post('/members/:member/password-link', async (c) => {
  const member = await findMember(c.var.store, c.req.param('member'))
  if (!member) return c.notFound()
  const { token, expiresAt } = await makePasswordLink(c, member)
  const link = `${c.var.settings.publicOrigin}/desk/password/${token}`
  return page(c, { made: { kind: 'password', link, expiresAt, name: member.name } }, 201)
})

memberRoutes.post('/members/:member/role', async (c) => {
  const id = c.req.param('member')
  const field = await readForm(c)
  const role = roles.find((one) => one === field('role'))
  // Whoever cannot change oneself cannot leave the desk without anybody who may do this.
  if (!role || id === memberOf(c).id) return page(c, { problem: 'oneself' }, 422)
  const changed = await changeRole(c.var.store, id, role, by(c))
  return changed ? c.redirect('/desk/members', 303) : c.notFound()
})

memberRoutes.post('/members/:member/closure', async (c) => {
  const id = c.req.param('member')
  if (id === memberOf(c).id) return page(c, { problem: 'oneself' }, 422)
  const closed = await closeAccount(c.var.store, id, by(c))
  return closed ? c.redirect('/desk/members', 303) : c.notFound()
})

interface Told {
  made?: MadeLink
  problem?: MembersProblem
}

async function page(c: AppContext, told: Told = {}, status: 200 | 201 | 422 = 200) {
  const me = memberOf(c).id
  const members = (await listMembers(c.var.store)).map((one) => ({ ...one, isMe: one.id === me }))
  return render(c, MembersPage({ place: await deskPlace(c), members, ...told }), status)
}
