import type { Audience } from '../surveys/engine/definition.ts'
import { type AuditEntry, writeAudited } from './audit.ts'
import { remembered } from './remembered.ts'
import type { Store } from './store.ts'

type By = Pick<AuditEntry, 'at' | 'actor'>

/** A text question of an edition, through all its versions. */
export interface TextQuestion {
  consultationId: string
  audience: Audience
  question: string
}

export interface CodeWords {
  name: string
  description: string
  /** Words that suggest this code, one a line. */
  rules: string
}

export interface Code extends CodeWords {
  /** `c1`, `c2` …: never given to another code, even when this one is removed. */
  id: string
  removed: boolean
}

/** The codes of every text question of an edition that has any, in their order, removed ones included. */
export function listCodebooks(
  store: Store,
  consultationId: string,
  audience: Audience,
): Promise<ReadonlyMap<string, readonly Code[]>> {
  return books.get(store, `${consultationId} ${audience}`, async () => {
    const { rows } = await store.read(
      `SELECT question, id, name, description, rules, removed_at FROM codes
        WHERE consultation_id = ? AND audience = ? ORDER BY question, position, id`,
      [consultationId, audience],
    )
    const found = new Map<string, Code[]>()
    for (const row of rows) {
      const question = String(row.question)
      const code = {
        id: String(row.id),
        name: String(row.name),
        description: String(row.description),
        rules: String(row.rules),
        removed: row.removed_at !== null,
      }
      found.set(question, [...(found.get(question) ?? []), code])
    }
    return found
  })
}

export async function listCodes(store: Store, of: TextQuestion): Promise<readonly Code[]> {
  const all = await listCodebooks(store, of.consultationId, of.audience)
  return all.get(of.question) ?? []
}

/** Adds a code at the end; false when there are `most` already. */
export async function addCode(
  store: Store,
  of: TextQuestion,
  { name, description, rules }: CodeWords,
  most: number,
  by: By,
): Promise<boolean> {
  const key = keyOf(of)
  const [changed] = await writeAudited(store, { ...by, action: 'add code', object: objectOf(of) }, [
    {
      sql: `INSERT INTO codes (consultation_id, audience, question, id, position, name, description, rules)
        SELECT ?, ?, ?, 'c' || (so_far + 1), so_far + 1, ?, ?, ? FROM (
          SELECT count(*) AS so_far, count(removed_at) AS gone FROM codes
          WHERE consultation_id = ? AND audience = ? AND question = ?)
        WHERE so_far - gone < ?`,
      args: [...key, name, description, rules, ...key, most],
    },
  ])
  books.forget(store)
  return changed?.rowsAffected === 1
}

/** Other words for a code; what was coded with it stays. False if there is none. */
export async function changeCode(
  store: Store,
  of: TextQuestion,
  id: string,
  { name, description, rules }: CodeWords,
  by: By,
): Promise<boolean> {
  const object = `${objectOf(of)}/${id}`
  const [changed] = await writeAudited(store, { ...by, action: 'change code', object }, [
    {
      sql: `UPDATE codes SET name = ?, description = ?, rules = ?
        WHERE consultation_id = ? AND audience = ? AND question = ? AND id = ?`,
      args: [name, description, rules, ...keyOf(of), id],
    },
  ])
  books.forget(store)
  return changed?.rowsAffected === 1
}

/** Takes a code away from pages and results, or brings it back with all that was coded with it; not beyond `most`. */
export async function removeCode(
  store: Store,
  of: TextQuestion,
  id: string,
  removed: boolean,
  most: number,
  by: By,
): Promise<boolean> {
  const object = `${objectOf(of)}/${id}`
  const action = removed ? 'remove code' : 'restore code'
  const key = keyOf(of)
  const [changed] = await writeAudited(store, { ...by, action, object }, [
    {
      sql: `UPDATE codes SET removed_at = ?
        WHERE consultation_id = ? AND audience = ? AND question = ? AND id = ? AND (? OR ? > (
          SELECT count(*) - count(removed_at) FROM codes
          WHERE consultation_id = ? AND audience = ? AND question = ?))`,
      args: [removed ? by.at : null, ...key, id, removed ? 1 : 0, most, ...key],
    },
  ])
  books.forget(store)
  return changed?.rowsAffected === 1
}

const books = remembered<ReadonlyMap<string, readonly Code[]>>()

const keyOf = (of: TextQuestion) => [of.consultationId, of.audience, of.question]
export const objectOf = (of: TextQuestion) => keyOf(of).join('/')
