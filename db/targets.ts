import { and, eq } from 'drizzle-orm'
import type { Audience } from '../surveys/engine/definition.ts'
import { type By, writeAudited } from './audit.ts'
import { targets } from './schema.ts'
import type { Store } from './store.ts'

/** By margin (a question, or `@neighbourhood`) and category: percent. */
export type Targets = Map<string, Map<string, number>>

/** The composition the desk filled in for an edition; empty where nobody has. */
export async function findTargets(
  store: Store,
  consultationId: string,
  audience: Audience,
): Promise<Targets> {
  const rows = await store.orm
    .select()
    .from(targets)
    .where(and(eq(targets.consultationId, consultationId), eq(targets.audience, audience)))
  const found: Targets = new Map()
  for (const { margin, category, percent } of rows) {
    const known = found.get(margin) ?? new Map<string, number>()
    found.set(margin, known.set(category, percent))
  }
  return found
}

/** Puts these shares in the place of what a margin had; none at all takes the margin away. */
export async function setTargets(
  store: Store,
  { consultationId, audience, margin }: Omit<typeof targets.$inferInsert, 'category' | 'percent'>,
  shares: readonly { category: string; percent: number }[],
  by: By,
): Promise<void> {
  const object = `${consultationId}/${audience}/${margin}`
  await writeAudited(store, { ...by, action: 'set targets', object }, [
    store.orm
      .delete(targets)
      .where(
        and(
          eq(targets.consultationId, consultationId),
          eq(targets.audience, audience),
          eq(targets.margin, margin),
        ),
      ),
    ...shares.map((share) =>
      store.orm.insert(targets).values({ consultationId, audience, margin, ...share }),
    ),
  ])
}
