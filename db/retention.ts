import type { Audience } from '../surveys/engine/definition.ts'
import type { Store } from './store.ts'

const dayMs = 86_400_000
/** The notices promise twelve months, for children six. A month early, so that even many are gone in time. */
const keptDays = { adult: 335, child: 153 } as const
/** Results are published at most so long after the end; where they never were, this is when the time begins. */
const publishedWithin = 30 * dayMs

/** When the time of an edition’s responses is over. */
export interface RetentionEnd {
  consultationId: string
  audience: Audience
  /** From then on its responses are deleted. */
  endsAt: number
}

/** When the time of each edition's responses is over: so long after its consultation ended and was published. */
export async function retentionEnds(store: Store): Promise<RetentionEnd[]> {
  const { rows } = await store.read(
    `SELECT c.id, e.audience, max(c.closes_at, coalesce(
        (SELECT min(published_at) FROM releases WHERE consultation_id = c.id),
        c.closes_at + ?)) AS begins
      FROM consultations c JOIN editions e ON e.consultation_id = c.id`,
    [publishedWithin],
  )
  return rows.map(({ id, audience, begins }) => {
    const whose = audience === 'child' ? 'child' : 'adult'
    const endsAt = Number(begins) + keptDays[whose] * dayMs
    return { consultationId: String(id), audience: whose, endsAt }
  })
}

/** Some of the responses whose time is over, oldest first. */
export async function overdueResponses(
  store: Store,
  now: number,
  limit: number,
): Promise<{ id: string; locator: string }[]> {
  const overdue: { id: string; locator: string }[] = []
  for (const { consultationId, audience, endsAt } of await retentionEnds(store)) {
    if (endsAt > now) continue
    const { rows } = await store.read(
      `SELECT r.id, r.locator FROM responses r JOIN versions v ON v.id = r.version_id
        WHERE v.consultation_id = ? AND v.audience = ? ORDER BY r.seq LIMIT ?`,
      [consultationId, audience, limit - overdue.length],
    )
    overdue.push(...rows.map(({ id, locator }) => ({ id: String(id), locator: String(locator) })))
  }
  return overdue
}
