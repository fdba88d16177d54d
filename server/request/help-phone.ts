import { findConsultation, listConsultations } from '../../db/consultations.ts'
import { isOutage } from '../../db/faults.ts'
import type { AppContext } from '../host.ts'

/** The phone at the foot of every page: of the consultation the page belongs to, or else of the one that is open. */
export async function findHelpPhone(c: AppContext): Promise<void> {
  if (/^\/(api|desk|livez|readyz|f)(\/|$)/.test(c.req.path)) return
  try {
    c.set('phone', (await consultationOf(c))?.particulars.phone?.trim() || undefined)
  } catch (error) {
    if (!isOutage(error)) throw error
    // A page that says why nothing can be read now must not fail for want of a phone number.
  }
}

async function consultationOf(c: AppContext) {
  const id = /^\/c\/([^/]+)/.exec(c.req.path)?.[1]
  const own = id ? await findConsultation(c.get('store'), id) : undefined
  if (own) return own
  const now = c.get('now')()
  const all = await listConsultations(c.get('store'))
  const begun = all.filter(({ opensAt }) => opensAt <= now)
  return begun.find(({ closesAt }) => now <= closesAt) ?? begun[begun.length - 1]
}
