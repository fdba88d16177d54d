import { system } from '../../db/audit.ts'
import { isOutage } from '../../db/faults.ts'
import { overdueResponses } from '../../db/retention.ts'
import type { Host } from '../host.ts'
import { deleteWhole } from './delete-response.ts'

/**
 * Deletes responses that were kept as long as their notices said, at most so many. Returns how many. One that cannot
 * be deleted holds up no other, and is heard of at the end.
 */
export async function expireResponses(
  host: Pick<Host, 'store' | 'files' | 'settings'>,
  now: number,
  most: number,
): Promise<number> {
  const overdue = await overdueResponses(host.store, now, most)
  const bugs: unknown[] = []
  for (const response of overdue) {
    try {
      await deleteWhole(host, response, system(now))
    } catch (error) {
      if (isOutage(error)) throw error
      bugs.push(error)
    }
  }
  if (bugs.length > 0) throw bugs[0]
  return overdue.length
}
