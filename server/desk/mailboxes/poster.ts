import { listConsultations } from '../../../db/consultations.ts'
import type { Mailbox } from '../../../db/mailboxes.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import type { Poster } from '../../../web/desk/mailboxes/poster-page.tsx'
import { printedAddress, shortAddress } from '../../../web/desk/mailboxes/qr-code.tsx'
import type { AppContext } from '../../host.ts'
import { mailboxHues } from './hues.ts'

/** What a mailbox's poster says about what is open there now, or was last. */
export async function posterOf(c: AppContext, mailbox: Mailbox): Promise<Poster> {
  const { publicOrigin } = c.var.settings
  const all = (await listConsultations(c.var.store)).filter(
    ({ id }) => mailbox.consultationId === null || mailbox.consultationId === id,
  )
  const open = all.filter(({ closesAt }) => closesAt > c.var.now())
  const told = open.length > 0 ? open : all.slice(-1)
  const { organiser = '', phone = '' } = told.at(-1)?.particulars ?? {}
  const hues = await mailboxHues(c.var.store)
  return {
    code: mailbox.code,
    hue: hues(mailbox.code),
    mailbox: textIn(mailbox.name, 'zh-CN'),
    address: printedAddress(publicOrigin, mailbox.code),
    short: shortAddress(publicOrigin, mailbox.code),
    consultations: told.map(({ title, closesAt, editions }) => ({
      ...{ title: textIn(title, 'zh-CN'), closesAt, minutes: editions[0]?.edition.minutes },
    })),
    organiser,
    phone,
  }
}
