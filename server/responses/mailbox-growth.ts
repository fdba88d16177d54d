import { listConsultations } from '../../db/consultations.ts'
import { isOutage } from '../../db/faults.ts'
import { responseCounts } from '../../db/response-counts.ts'
import type { Store } from '../../db/store.ts'
import { type Growth, growthOf } from '../../web/drawings/growth.ts'
import type { AppContext } from '../host.ts'
import type { Settings } from '../settings.ts'

/** The growth of the mailbox with this number. */
export type GrowthOfMailbox = (number: number) => Growth

/**
 * How far each mailbox has grown with all it ever received. Looked at once an hour, all mailboxes together:
 * a growth spurt tells neither when an answer came nor whose it was.
 */
export async function mailboxGrowth(c: AppContext): Promise<GrowthOfMailbox> {
  const [settings, store] = [c.get('settings'), c.get('store')]
  const hour = Math.floor(c.get('now')() / 3_600_000)
  const known = seen.get(settings)
  if (known?.hour === hour) return known.growth
  try {
    const growth = await grown(store)
    // Only what is finished is shared: on Workers one request may not wait for another's.
    seen.set(settings, { hour, growth })
    return growth
  } catch (error) {
    if (!isOutage(error)) throw error
    // The forest is worth showing even where it cannot be counted now; the next visitor tries again.
    return known?.growth ?? unseen
  }
}

const seen = new WeakMap<Settings, { hour: number; growth: GrowthOfMailbox }>()
const unseen: GrowthOfMailbox = () => growthOf(0)

async function grown(store: Store): Promise<GrowthOfMailbox> {
  const consultations = await listConsultations(store)
  const counts = await Promise.all(consultations.map(({ id }) => responseCounts(store, id)))
  const received = new Map<number | null, number>()
  for (const { mailboxNumber, count } of counts.flat()) {
    received.set(mailboxNumber, (received.get(mailboxNumber) ?? 0) + count)
  }
  const growths = new Map([...received].map(([number, count]) => [number, growthOf(count)]))
  return (number) => growths.get(number) ?? growthOf(0)
}
