import { listConsultations } from '../../db/consultations.ts'
import type { Mailbox } from '../../db/mailboxes.ts'
import { textIn } from '../../surveys/engine/text.ts'
import type { Poster } from '../../web/desk/mailboxes/poster-page.tsx'
import { printedAddress, shortAddress } from '../../web/desk/mailboxes/qr-code.tsx'
import type { AppContext } from '../host.ts'
import { mailboxHues } from './hues.ts'

/** What a mailbox's poster says about the consultation that is open now, or was last. */
export async function posterOf(c: AppContext, mailbox: Mailbox): Promise<Poster> {
  const { publicOrigin } = c.var.settings
  const all = await listConsultations(c.var.store)
  const consultation = all.findLast(({ closesAt }) => closesAt > c.var.now()) ?? all.at(-1)
  const { organiser = '', phone = '' } = consultation?.particulars ?? {}
  const hues = await mailboxHues(c.var.store)
  return {
    code: mailbox.code,
    hue: hues(mailbox.code),
    mailbox: textIn(mailbox.name, 'zh-CN'),
    address: printedAddress(publicOrigin, mailbox.code),
    short: shortAddress(publicOrigin, mailbox.code),
    consultation: consultation && textIn(consultation.title, 'zh-CN'),
    minutes: consultation?.editions[0]?.edition.minutes,
    closesAt: consultation?.closesAt,
    organiser,
    phone,
  }
}
