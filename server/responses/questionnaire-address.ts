import type { Channel } from '../../surveys/engine/answers.ts'
import type { Audience } from '../../surveys/engine/definition.ts'
import { idPattern, typedCodePattern } from '../../surveys/engine/ids.ts'
import { type Reader, to } from '../../web/resident/reader.ts'
import type { AppContext } from '../host.ts'

/** What a questionnaire's address carries besides its path. */
export interface Carried {
  mailbox?: string | undefined
  channel: Channel
  /** Kept for the next address, where it is not what the mailbox alone would say. */
  via?: string | undefined
  /** Consents a guardian gave, by the id of their questions. */
  grants?: readonly string[]
  /** That guardian and child said yes on the way here. */
  yes?: string | undefined
  /** Whether the texts have pinyin over them. */
  pinyin?: boolean
  /** Begun before the asking ended, and finished after. */
  finish?: boolean
}

/** The mailbox and the way the resident came. Scanning a mailbox's code is the usual one. */
export function carriedBy(c: AppContext): Carried & { grants: string[]; pinyin: boolean } {
  const code = c.req.query('m')
  const mailbox = code && typedCodePattern.test(code) ? code.toUpperCase() : undefined
  const via = c.req.query('via')
  const channel = via === 'kiosk' || via === 'link' ? via : undefined
  const asked = (c.req.queries('grant') ?? []).flatMap((ids) => ids.split('.'))
  const grants = asked.filter((id) => idPattern.test(id)).slice(0, 10)
  const pinyin = c.req.query('pinyin') === '1'
  const finish = c.req.query('finish') === '1'
  const usual = channel ?? (mailbox ? 'qr' : 'link')
  const here = c.get('shared')?.channel ?? usual
  return { mailbox, channel: here, via: channel, grants, pinyin, finish }
}

/** The questionnaire's address, or one step of it, with mailbox and language kept. */
export function questionnaireAddress(
  reader: Reader,
  consultation: string,
  audience: Audience,
  { mailbox, via, grants, yes, pinyin, finish }: Omit<Carried, 'channel'>,
  step?: string,
): string {
  return to(reader, `/c/${consultation}/${audience}`, {
    ...{ m: mailbox, via, step, yes },
    ...{ grant: grants?.join('.'), pinyin: pinyin ? '1' : undefined },
    finish: finish ? '1' : undefined,
  })
}

/**
 * Where the plain form goes. A child's carries on that both said yes, and so do the switches of a page that
 * comes back.
 */
export function postedTo(
  reader: Reader,
  consultation: string,
  audience: Audience,
  carried: Omit<Carried, 'channel'>,
): string {
  const { mailbox } = carried
  return audience === 'adult'
    ? questionnaireAddress(reader, consultation, audience, { mailbox })
    : questionnaireAddress(
        reader,
        consultation,
        audience,
        { ...carried, pinyin: false },
        'questions',
      )
}
