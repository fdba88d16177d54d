import type { Channel } from '../../surveys/engine/answers.ts'
import type { Audience } from '../../surveys/engine/definition.ts'
import { type Reader, to } from '../../web/resident/reader.ts'
import type { AppContext } from '../host.ts'

/** What a questionnaire's address carries besides its path. */
export interface Carried {
  mailbox?: string | undefined
  channel: Channel
  /** Kept for the next address, where it is not what the mailbox alone would say. */
  via?: string | undefined
  /** The secret part of a volunteer's or a device's link. */
  session?: string | undefined
}

/** The mailbox and the way the resident came. Scanning a mailbox's code is the usual one. */
export function carriedBy(c: AppContext): Carried {
  const code = c.req.query('m')
  const mailbox = code && /^[A-Za-z0-9]{3,12}$/.test(code) ? code.toUpperCase() : undefined
  const via = c.req.query('via')
  const channel = via === 'kiosk' || via === 'link' ? via : undefined
  const session = c.req.query('a')
  return { mailbox, channel: channel ?? (mailbox ? 'qr' : 'link'), via: channel, session }
}

/** The questionnaire's address, or one step of it, with mailbox and language kept. */
export function questionnaireAddress(
  reader: Reader,
  consultation: string,
  audience: Audience,
  { mailbox, via, session }: Pick<Carried, 'mailbox' | 'via' | 'session'>,
  step?: string,
): string {
  return to(reader, `/c/${consultation}/${audience}`, { m: mailbox, via, a: session, step })
}
