import { listConsultations } from '../../db/consultations.ts'
import { textIn } from '../../surveys/engine/text.ts'
import type { DeskPlace } from '../../web/desk/desk-frame.tsx'
import type { AppContext } from '../host.ts'
import { memberOf } from './session.ts'

/** What the rail of every desk page shows. */
export async function deskPlace(c: AppContext): Promise<DeskPlace> {
  const consultations = await listConsultations(c.var.store)
  return {
    demo: c.var.settings.demo,
    memberName: memberOf(c).name,
    path: c.req.path,
    consultations: consultations.map(({ id, title, editions, topics }) => ({
      id,
      title: textIn(title, 'zh-CN'),
      audiences: editions.map(({ audience }) => audience),
      topics: topics.length > 0,
    })),
  }
}
