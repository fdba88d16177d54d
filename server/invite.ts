import { system } from '../db/audit.ts'
import { createInvitation } from '../db/invitations.ts'
import { withStore } from './machine/with-store.ts'

// Prints a one-time link with which one more person makes an account at the desk.
await withStore(async (store, { publicOrigin }) => {
  const { token } = await createInvitation(store, 'admin', system(Date.now()))
  console.log(
    `工作台邀请（一次有效，24 小时内）· desk invitation, once, within 24 hours\n${publicOrigin}/desk/setup/${token}`,
  )
})
