import { randomBytes } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import * as v from 'valibot'
import { type GroupRule, GroupRuleSchema } from '../surveys/engine/compare/group-rule.ts'
import type { Audience } from '../surveys/engine/definition.ts'
import { type By, writeAudited } from './audit.ts'
import { derivedGroups } from './schema.ts'
import type { Store } from './store.ts'

/** A grouping of the people who answered, made at the desk, by one question or several. */
export interface DerivedGroups {
  id: string
  name: string
  rule: GroupRule
}

interface EditionKey {
  consultationId: string
  audience: Audience
}

/** Groupings made at the desk for an edition, in the order of their names. */
export async function listDerivedGroups(
  store: Store,
  { consultationId, audience }: EditionKey,
): Promise<DerivedGroups[]> {
  const rows = await store.orm
    .select()
    .from(derivedGroups)
    .where(
      and(eq(derivedGroups.consultationId, consultationId), eq(derivedGroups.audience, audience)),
    )
    .orderBy(derivedGroups.name, derivedGroups.id)
  return rows.map(({ id, question, name, groups }) => ({
    ...{ id, name, rule: readRule(question, groups) },
  }))
}

/** Keeps a grouping. Returns its id. */
export async function addDerivedGroups(
  store: Store,
  edition: EditionKey,
  { name, rule }: Omit<DerivedGroups, 'id'>,
  by: By,
): Promise<string> {
  const id = randomBytes(4).toString('hex')
  const key = rule.kind === 'parts' ? rule.key : (rule.conditions[0]?.key ?? '')
  const question = key.split('.')[0] ?? ''
  const object = `${edition.consultationId}/${edition.audience}/${question}`
  await writeAudited(store, { ...by, action: 'add grouping', object }, [
    store.orm
      .insert(derivedGroups)
      .values({ id, ...edition, question, name, groups: JSON.stringify({ rule }) }),
  ])
  return id
}

/** Takes a grouping away, where there is one. */
export async function removeDerivedGroups(
  store: Store,
  { consultationId, audience }: EditionKey,
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

const StoredSchema = v.union([
  v.strictObject({ rule: GroupRuleSchema }),
  // The first groupings were of one question: by option, the name of its group.
  v.record(v.string(), v.string()),
])

function readRule(question: string, groups: string): GroupRule {
  const stored = v.parse(StoredSchema, JSON.parse(groups))
  return isRule(stored) ? stored.rule : { kind: 'parts', key: question, groups: stored }
}

const isRule = (
  stored: v.InferOutput<typeof StoredSchema>,
): stored is Exclude<typeof stored, Record<string, string>> => typeof stored.rule === 'object'
