import { createInvitation, listMembers } from '../../../db/members.ts'
import { MembersPage } from '../../../web/desk/members/members-page.tsx'
import { deskPlace } from '../../desk/place.ts'
import { memberOf, staffRouter } from '../../desk/session.ts'
import { render } from '../../request/render.ts'

/** Colleagues with an account, and links for new ones. */
export const memberRoutes = staffRouter()

memberRoutes.get('/members', async (c) => {
  const members = await listMembers(c.var.store)
  return render(c, MembersPage({ place: await deskPlace(c), members }))
})

memberRoutes.post('/members/invitations', async (c) => {
  const { store, settings } = c.var
  const asked = { role: 'admin', now: c.var.now(), actor: memberOf(c).id }
  const { token, expiresAt } = await createInvitation(store, asked)
  const invitation = { link: `${settings.publicOrigin}/desk/setup/${token}`, expiresAt }
  const members = await listMembers(store)
  return render(c, MembersPage({ place: await deskPlace(c), members, invitation }), 201)
})
