import { createHash } from 'node:crypto'
import type { ResultSet } from '@libsql/client'
import type { Statement, Store } from './store.ts'

/** Who did what to what; never an answer, a secret or a name of a resident. */
export interface AuditEntry {
  at: number
  actor: string
  action: string
  object: string
}

/** Who does something, and when. */
export type By = Pick<AuditEntry, 'at' | 'actor'>

/** What nobody at the desk did: a first start, a clock, a command. */
export const system = (at: number): By => ({ at, actor: 'system' })

/** What somebody does with their own letter; which of them it was is not written down. */
export const resident = (at: number): By => ({ at, actor: 'resident' })

/**
 * Writes the statements together with an entry in the audit trail, all or nothing. Results are
 * those of the statements. The entry's number guards the chain: whoever comes second with the same
 * number fails whole, reads the new end and tries again.
 */
export async function writeAudited(
  store: Store,
  entry: AuditEntry,
  statements: Statement[],
): Promise<ResultSet[]> {
  const turn = (turns.get(store) ?? Promise.resolve()).then(() => write(store, entry, statements))
  turns.set(
    store,
    turn.catch(() => undefined),
  )
  return turn
}

/** Whether this was written down since then; words after the object's name do not matter. */
export async function isWrittenDown(
  store: Store,
  { actor, action, object }: Omit<AuditEntry, 'at'>,
  since: number,
): Promise<boolean> {
  const { rows } = await store.read(
    `SELECT 1 FROM audit_entries WHERE at >= ? AND actor = ? AND action = ?
      AND (object = ? OR substr(object, 1, length(?)) = ?) LIMIT 1`,
    [since, actor, action, object, `${object} `, `${object} `],
  )
  return rows.length > 0
}

/** One kind of thing done to one object, whatever the action was called. */
export interface Deed {
  object: string
  actions: readonly string[]
}

/** Who did it last, and when; `but` is who has just tried to and could not. */
export async function lastDone(
  store: Store,
  { object, actions }: Deed,
  but: By,
): Promise<{ actor: string; name: string | undefined; at: number } | undefined> {
  const { rows } = await store.read(
    `SELECT a.actor, a.at, m.name FROM audit_entries a LEFT JOIN members m ON m.id = a.actor
      WHERE a.object = ? AND a.action IN (SELECT value FROM json_each(?)) AND NOT (a.actor = ? AND a.at = ?)
      ORDER BY a.seq DESC LIMIT 1`,
    [object, JSON.stringify(actions), but.actor, but.at],
  )
  const [row] = rows
  if (!row) return
  const name = typeof row.name === 'string' ? row.name : undefined
  return { actor: String(row.actor), name, at: Number(row.at) }
}

/** An entry with the name of whoever did it, where it was a member. */
export interface ListedEntry extends AuditEntry {
  seq: number
  name: string | undefined
}

/** The trail, the newest first, of all actions or of these alone. */
export async function listAudit(
  store: Store,
  {
    before,
    actions,
    limit,
  }: { before?: number | undefined; actions?: readonly string[]; limit: number },
): Promise<ListedEntry[]> {
  const { rows } = await store.read(
    `SELECT a.seq, a.at, a.actor, a.action, a.object, m.name FROM audit_entries a
      LEFT JOIN members m ON m.id = a.actor
      WHERE a.seq < ?1 AND (?2 IS NULL OR a.action IN (SELECT value FROM json_each(?2)))
      ORDER BY a.seq DESC LIMIT ?3`,
    [before ?? Number.MAX_SAFE_INTEGER, actions ? JSON.stringify(actions) : null, limit],
  )
  return rows.map((row) => ({
    ...{ seq: Number(row.seq), at: Number(row.at), actor: String(row.actor) },
    ...{ action: String(row.action), object: String(row.object) },
    name: typeof row.name === 'string' ? row.name : undefined,
  }))
}

/** How many entries stand unbroken, and the number of the first that does not fit. */
export async function verifyAudit(store: Store): Promise<{ entries: number; brokenAt?: number }> {
  let previous = { seq: 0, hash: start }
  for (;;) {
    const { rows } = await store.read(
      'SELECT seq, at, actor, action, object, previous_hash, hash FROM audit_entries WHERE seq > ? ORDER BY seq LIMIT 1000',
      [previous.seq],
    )
    if (rows.length === 0) return { entries: previous.seq }
    for (const row of rows) {
      const seq = Number(row.seq)
      const entry = {
        at: Number(row.at),
        actor: String(row.actor),
        action: String(row.action),
        object: String(row.object),
      }
      const fits =
        seq === previous.seq + 1 &&
        row.previous_hash === previous.hash &&
        row.hash === hashOf(seq, entry, previous.hash)
      if (!fits) return { entries: previous.seq, brokenAt: seq }
      previous = { seq, hash: String(row.hash) }
    }
  }
}

const start = '0'.repeat(64)
const tries = 12

// Within a process audited writes take turns, so that only other processes can come in between.
const turns = new WeakMap<Store, Promise<unknown>>()

async function write(
  store: Store,
  entry: AuditEntry,
  statements: Statement[],
): Promise<ResultSet[]> {
  for (let left = tries; ; left--) {
    const { rows } = await store.read(
      'SELECT seq, hash FROM audit_entries ORDER BY seq DESC LIMIT 1',
    )
    const previous = { seq: Number(rows[0]?.seq ?? 0), hash: String(rows[0]?.hash ?? start) }
    const seq = previous.seq + 1
    const append = {
      sql: 'INSERT INTO audit_entries (seq, at, actor, action, object, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
      args: [
        ...[seq, entry.at, entry.actor, entry.action, entry.object, previous.hash],
        hashOf(seq, entry, previous.hash),
      ],
    }
    try {
      const results = await store.write([...statements, append])
      return results.slice(0, -1)
    } catch (error) {
      const taken = error instanceof Error && /audit_entries/.test(error.message)
      if (!taken || left <= 0) throw error
      await new Promise((ready) => setTimeout(ready, Math.random() * 30))
    }
  }
}

function hashOf(seq: number, entry: AuditEntry, previousHash: string): string {
  const canonical = JSON.stringify([
    ...[seq, entry.at, entry.actor, entry.action, entry.object],
    previousHash,
  ])
  return createHash('sha256').update(canonical).digest('hex')
}
