import { system } from '../../db/audit.ts'
import { openConsultation } from '../../db/consultations.ts'
import { createInvitation } from '../../db/invitations.ts'
import { memberCount } from '../../db/members.ts'
import type { Store } from '../../db/store.ts'
import { huicheng } from '../../surveys/definitions/huicheng/consultation.ts'
import type { Settings } from '../settings.ts'

/** Opens the first consultation and, as long as nobody has an account, makes a one-time link to set up the desk. */
export async function prepareForest(
  store: Store,
  settings: Pick<Settings, 'publicOrigin'>,
  now: number,
): Promise<{ setupLink?: string }> {
  await openConsultation(store, huicheng, system(now))
  if ((await memberCount(store)) > 0) return {}
  const { token } = await createInvitation(store, 'admin', system(now))
  return { setupLink: `${settings.publicOrigin}/desk/setup/${token}` }
}
