import { isWrittenDown, writeAudited } from '../../../db/audit.ts'
import { startOfDay } from '../../../surveys/engine/shanghai.ts'
import type { AppContext } from '../../host.ts'
import { by, memberOf } from './session.ts'

/** Looking at what is closed by default: what is done, and to what. */
export interface Look {
  action: string
  object: string
}

/** Whether this member has written down such a look today. */
export function isOpenToday(c: AppContext, look: Look): Promise<boolean> {
  return isWrittenDown(c.var.store, { ...look, actor: memberOf(c).id }, startOfDay(c.var.now()))
}

/** Writes down who looks, and what for where that was asked. Till midnight it counts as said. */
export async function openToday(c: AppContext, { action, object }: Look, purpose = '') {
  const entry = { ...by(c), action, object: `${object}${purpose && ` ${purpose}`}` }
  await writeAudited(c.var.store, entry, [])
}
