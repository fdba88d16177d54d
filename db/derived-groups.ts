import { randomBytes } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Audience } from '../surveys/engine/definition.ts'
import { type AuditEntry, writeAudited } from './audit.ts'
import { derivedGroups } from './schema.ts'
import type { Store } from './store.ts'

type By = Pick<AuditEntry, 'at' | 'actor'>

export interface DerivedGroups {
  id: string
  question: string
  name: string
  /** By option, the name of its group. */
  groups: Record<string, string>
}

interface Edition {
  consultationId: string
  audience: Audience
}

/** Groupings made at the desk for an edition, in the order of their names. */
export async function listDerivedGroups(
  store: Store,
  { consultationId, audience }: Edition,
): Promise<DerivedGroups[]> {
  const rows = await store.orm
    .select()
    .from(derivedGroups)
    .where(
      and(eq(derivedGroups.consultationId, consultationId), eq(derivedGroups.audience, audience)),
    )
    .orderBy(derivedGroups.name, derivedGroups.id)
  return rows.map(({ id, question, name, groups }) => ({
    ...{ id, question, name },
    groups: JSON.parse(groups),
  }))
}

/** Keeps a grouping. Returns its id. */
export async function addDerivedGroups(
  store: Store,
  edition: Edition,
  { question, name, groups }: Omit<DerivedGroups, 'id'>,
  by: By,
): Promise<string> {
  const id = randomBytes(4).toString('hex')
  const object = `${edition.consultationId}/${edition.audience}/${question}`
  await writeAudited(store, { ...by, action: 'add grouping', object }, [
    store.orm
      .insert(derivedGroups)
      .values({ id, ...edition, question, name, groups: JSON.stringify(groups) }),
  ])
  return id
}

export async function removeDerivedGroups(
  store: Store,
  { consultationId, audience }: Edition,
  id: string,
  by: By,
): Promise<void> {
  const object = `${consultationId}/${audience}/${id}`
  await writeAudited(store, { ...by, action: 'remove grouping', object }, [
    store.orm
      .delete(derivedGroups)
      .where(and(eq(derivedGroups.id, id), eq(derivedGroups.consultationId, consultationId))),
  ])
}
