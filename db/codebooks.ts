import type { Audience } from '../surveys/engine/definition.ts'
import { type By, writeAudited } from './audit.ts'
import { remembered } from './remembered.ts'
import type { Statement, Store } from './store.ts'

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

/** The codes of one question, in their order, removed ones included. */
export async function listCodes(store: Store, of: TextQuestion): Promise<readonly Code[]> {
  const all = await listCodebooks(store, of.consultationId, of.audience)
  return all.get(of.question) ?? []
}

/** Adds a code at the end; false when there are `most` already, or one of that name. */
export async function addCode(
  store: Store,
  of: TextQuestion,
  { name, description, rules }: CodeWords,
  most: number,
  by: By,
): Promise<boolean> {
  const key = keyOf(of)
  return write(store, 'add code', objectOf(of), by, {
    sql: `INSERT INTO codes (consultation_id, audience, question, id, position, name, description, rules)
      SELECT ?, ?, ?, 'c' || (so_far + 1), so_far + 1, ?, ?, ? FROM (
        SELECT count(*) AS so_far, count(removed_at) AS gone FROM codes
        WHERE consultation_id = ? AND audience = ? AND question = ?)
      WHERE so_far - gone < ? AND NOT ${isNameTaken}`,
    args: [...key, name, description, rules, ...key, most, ...key, name, ''],
  })
}

/**
 * Other words for a code, in place of those that stood there `before`; what was coded with it stays. False if by
 * now others stand there, or another code has that name.
 */
export async function changeCode(
  store: Store,
  of: TextQuestion,
  { name, description, rules }: CodeWords,
  by: By,
  before: Code,
): Promise<boolean> {
  const key = keyOf(of)
  return write(store, 'change code', codeObject(of, before.id), by, {
    sql: `UPDATE codes SET name = ?, description = ?, rules = ?
      WHERE consultation_id = ? AND audience = ? AND question = ? AND id = ?
        AND json_array(name, description, rules) = json_array(?, ?, ?)
        AND (removed_at IS NOT NULL) = ? AND NOT ${isNameTaken}`,
    args: [
      ...[name, description, rules, ...key, before.id],
      ...[before.name, before.description, before.rules, before.removed ? 1 : 0],
      ...[...key, name, before.id],
    ],
  })
}

/** Takes a code away from pages and results; false if there is none. */
export async function removeCode(
  store: Store,
  of: TextQuestion,
  id: string,
  by: By,
): Promise<boolean> {
  return write(store, 'remove code', codeObject(of, id), by, {
    sql: `UPDATE codes SET removed_at = ?
      WHERE consultation_id = ? AND audience = ? AND question = ? AND id = ?`,
    args: [by.at, ...keyOf(of), id],
  })
}

/** Brings a code back with all that was coded with it; false when there are `most` already, or one of its name. */
export async function restoreCode(
  store: Store,
  of: TextQuestion,
  { id, name }: Pick<Code, 'id' | 'name'>,
  most: number,
  by: By,
): Promise<boolean> {
  const key = keyOf(of)
  return write(store, 'restore code', codeObject(of, id), by, {
    sql: `UPDATE codes SET removed_at = NULL
      WHERE consultation_id = ? AND audience = ? AND question = ? AND id = ? AND name = ? AND ? > (
        SELECT count(*) - count(removed_at) FROM codes
        WHERE consultation_id = ? AND audience = ? AND question = ?) AND NOT ${isNameTaken}`,
    args: [...key, id, name, most, ...key, ...key, name, id],
  })
}

async function write(store: Store, action: string, object: string, by: By, statement: Statement) {
  const [changed] = await writeAudited(store, { ...by, action, object }, [statement])
  books.forget(store)
  return changed?.rowsAffected === 1
}

// By another code that is in use.
const isNameTaken = `EXISTS (SELECT 1 FROM codes other WHERE other.consultation_id = ?
  AND other.audience = ? AND other.question = ? AND other.name = ? AND other.id <> ? AND other.removed_at IS NULL)`

const books = remembered<ReadonlyMap<string, readonly Code[]>>()

const keyOf = (of: TextQuestion) => [of.consultationId, of.audience, of.question]
/** How the trail names a codebook, and a code in it. */
export const objectOf = (of: TextQuestion) => keyOf(of).join('/')
export const codeObject = (of: TextQuestion, id: string) => `${objectOf(of)}/${id}`
