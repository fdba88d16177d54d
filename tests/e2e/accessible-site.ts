import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAssistSession } from '../../db/assist-sessions.ts'
import { system } from '../../db/audit.ts'
import { closeConsultation, openConsultation, saveParticulars } from '../../db/consultations.ts'
import { openFile } from '../../db/file.ts'
import { retireMailbox } from '../../db/mailboxes.ts'
import { migrateDatabase } from '../../db/migrate.ts'
import { noParticulars } from '../../db/particulars.ts'
import { garden } from '../../surveys/definitions/garden/consultation.ts'
import { huicheng } from '../../surveys/definitions/huicheng/consultation.ts'
import { openSite, type Site } from './site.ts'

/** A site with the secret parts of a volunteer's link and of a device in a hall. */
export interface AccessibleSite extends Site {
  volunteer: string
  /** Another volunteer's, whose consultation is over. */
  later: string
  hall: string
}

/**
 * The built server with every kind of question open, one consultation that is over, a mailbox that was taken
 * down, helpers under way, and a phone the committee has filled in.
 */
export async function openAccessibleSite(): Promise<AccessibleSite> {
  const database = join(mkdtempSync(join(tmpdir(), 'accessible-')), 'forest.db')
  await migrateDatabase(`file:${database}`)
  const store = await openFile(`file:${database}`)
  const now = Date.now() - 60_000
  const by = { at: now, actor: 'test' }
  for (const consultation of [huicheng, garden, { ...garden, id: 'over', neighbourhoods: [] }]) {
    await openConsultation(store, consultation, system(now))
    const particulars = { ...noParticulars, phone: '021-6400 1234', organiser: '汇成片区居委会' }
    const before = { particulars: noParticulars, correctionMinutes: 1440 }
    await saveParticulars(store, consultation.id, { ...before, particulars }, by, before)
  }
  await closeConsultation(store, 'over', system(now - 60 * 86_400_000))
  await retireMailbox(store, 'HC5A', by)
  const session = { consultationId: 'huicheng', label: '上门', expiresAt: now + 86_400_000 }
  const helping = { ...session, channel: 'assisted' as const, place: null }
  const [volunteer, later, hall] = [
    await createAssistSession(store, helping, by),
    await createAssistSession(store, { ...helping, consultationId: 'over' }, by),
    await createAssistSession(store, { ...session, channel: 'kiosk', place: '活动室' }, by),
  ]
  await store.close()
  return { ...(await openSite(database)), volunteer, later, hall }
}
