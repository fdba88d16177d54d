import { findConsultation, findVersion, type OpenConsultation } from '../../db/consultations.ts'
import type { Audience, Edition } from '../../surveys/engine/definition.ts'
import type { AppContext } from '../host.ts'

/** One version of an edition, and the consultation it belongs to. */
export interface Asked {
  consultation: OpenConsultation
  audience: Audience
  version: number
  edition: Edition
}

/** The newest version, or the one a form was made from. */
export async function findAsked(
  c: AppContext,
  id: string,
  edition: string,
  number?: number,
): Promise<Asked | undefined> {
  const audience: Audience = edition === 'child' ? 'child' : 'adult'
  const consultation = await findConsultation(c.get('store'), id)
  const newest = consultation?.editions.find((candidate) => candidate.audience === audience)
  if (!consultation || !newest) return undefined
  if (number === undefined || number === newest.version) {
    return { consultation, audience, version: newest.version, edition: newest.edition }
  }
  const version = Number.isSafeInteger(number)
    ? await findVersion(c.get('store'), id, audience, number)
    : undefined
  return version && { consultation, audience, version: number, edition: version.edition }
}
