import * as v from 'valibot'
import { type AssistSession, findAssistSession } from '../../db/assist-sessions.ts'
import type { Store } from '../../db/store.ts'

/** What a phone says about the help that was given. The session is the secret part of a link. */
export const AssistanceSchema = v.strictObject({
  session: v.pipe(v.string(), v.maxLength(40)),
  mode: v.optional(v.picklist(['read', 'proxy'])),
  relation: v.optional(v.picklist(['volunteer', 'family', 'committee'])),
  place: v.optional(v.picklist(['home', 'station', 'elsewhere'])),
  /** The notice was read aloud face to face, and who answers agreed to it. */
  consented: v.optional(v.literal(true)),
})
type Assistance = v.InferOutput<typeof AssistanceSchema>

/**
 * What is kept of it: who the link was for, how they helped and where; never the link. A letter from a page of
 * before that was asked may still wait on a phone: it is taken, and says that no consent was written down.
 */
export interface KeptAssistance {
  by: string
  mode?: Assistance['mode']
  relation?: Assistance['relation']
  place?: Assistance['place']
  consented?: true | 'unrecorded'
}

/** A phone that was out of reach may deliver what was written while the link was good. */
export const graceMs = 30 * 86_400_000

/** The help as it is stored, or undefined where no link of this consultation vouches for it. */
export async function keptAssistance(
  store: Store,
  consultation: string,
  given: Assistance | undefined,
  now: number,
): Promise<KeptAssistance | undefined> {
  const session = given && (await findAssistSession(store, given.session))
  if (!session || session.consultationId !== consultation) return undefined
  if (now > session.expiresAt + graceMs) return undefined
  const { mode, relation, place, consented = 'unrecorded' } = given
  if (session.channel === 'kiosk') return { by: session.label }
  return { by: session.label, mode, relation, place, consented }
}

/** The session whose link opened this page, as long as it is good. */
export async function openSession(
  store: Store,
  token: string | undefined,
  now: number,
): Promise<AssistSession | undefined> {
  const session = token ? await findAssistSession(store, token) : undefined
  return session && now < session.expiresAt ? session : undefined
}
