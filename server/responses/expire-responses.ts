import { system } from '../../db/audit.ts'
import { overdueResponses } from '../../db/retention.ts'
import type { Host } from '../host.ts'
import { deleteWhole } from './delete-response.ts'

/** Deletes responses that were kept as long as their notices said, at most so many. Returns how many. */
export async function expireResponses(
  host: Pick<Host, 'store' | 'files' | 'settings'>,
  now: number,
  most: number,
): Promise<number> {
  const overdue = await overdueResponses(host.store, now, most)
  for (const response of overdue) await deleteWhole(host, response, system(now))
  return overdue.length
}
