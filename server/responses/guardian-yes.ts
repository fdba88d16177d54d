import { createHmac, timingSafeEqual } from 'node:crypto'
import { guardianConsents } from '../../surveys/engine/guardian-consents.ts'
import type { AppContext } from '../host.ts'
import { purposeKey } from '../purpose-key.ts'
import type { Asked } from './asked.ts'

/** So long a reload, or a form that came back with problems, asks nobody again. */
const goodMs = 3 * 3_600_000

/** The step that a yes opens: the child is asked after its guardian, and its questions come after both. */
export type Opened = 'child' | 'questions'

/**
 * What a guardian's yes adds to the address of the next step, so that an address that was passed on or kept
 * opens nothing later: when it was given, to what, and under the site's key. Nothing of it is stored.
 */
export function yesFor(
  c: AppContext,
  asked: Asked,
  step: Opened,
  grants: readonly string[],
): string {
  const minute = Math.floor(c.get('now')() / 60_000).toString(36)
  return `${minute}.${macOf(c, asked, step, grants, minute)}`
}

/** Whether this yes opens this step, with these consents, and is not too old. */
export function isYesFor(
  c: AppContext,
  asked: Asked,
  step: Opened,
  grants: readonly string[],
  given = '',
): boolean {
  const [minute = '', mac = ''] = given.split('.')
  const age = c.get('now')() - Number.parseInt(minute, 36) * 60_000
  const expected = Buffer.from(macOf(c, asked, step, grants, minute))
  const shown = Buffer.from(mac)
  const isOurs = shown.length === expected.length && timingSafeEqual(shown, expected)
  return isOurs && age >= 0 && age <= goodMs
}

function macOf(
  c: AppContext,
  { consultation, audience, version, edition }: Asked,
  step: Opened,
  grants: readonly string[],
  minute: string,
): string {
  const granted = guardianConsents(edition)
    .map(({ id }) => id)
    .filter((id) => grants.includes(id))
  const said = [consultation.id, audience, version, step, minute, ...granted].join(' ')
  const mac = createHmac('sha256', purposeKey(c.get('settings').secretKey, 'guardian')).update(said)
  return mac.digest().subarray(0, 12).toString('base64url')
}
