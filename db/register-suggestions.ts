import type { Edition } from '../surveys/engine/definition.ts'
import { pathTo } from './answer-path.ts'
import { sameKey } from './same-key.ts'
import { breath } from './sealing.ts'
import type { Store } from './store.ts'
import { frozenEdition, listVersions } from './versions.ts'

const atOnce = 1_000

/**
 * Registers the suggestions that have come since the last time, of every version of a consultation. To be
 * called before they are listed or counted. A response is stored without this, so that residents do not wait
 * for it; the words are in the response, so that nothing is lost in between.
 */
export async function registerSuggestions(store: Store, consultationId: string): Promise<void> {
  for (const version of await listVersions(store, consultationId)) {
    await registerOfVersion(store, version.id, await frozenEdition(store, version))
  }
}

/** The same for one version, if its edition asks for suggestions. Safe on several hosts at once. */
export async function registerOfVersion(
  store: Store,
  id: number,
  { audience, suggestion: question }: Pick<Edition, 'audience' | 'suggestion'>,
): Promise<void> {
  if (question === undefined) return
  for (;;) {
    const { rows } = await store.read(nextSeqs, [id, atOnce])
    const [from, to] = [rows[0]?.first, rows[0]?.last]
    if (typeof from !== 'number' || typeof to !== 'number') return
    const written = await store.read(suggested, [id, from, to, pathTo(question)])
    const keys = written.rows.map((row) => [row.seq, sameKey(audience, question, String(row.text))])
    await store.write([
      { sql: insert, args: [JSON.stringify(keys), question, pathTo(question)] },
      { sql: moveMark, args: [id, to] },
    ])
    await breath()
  }
}

// A seq is given and stored under the same lock: below one that is there, none can appear later.
const nextSeqs = `SELECT min(seq) AS first, max(seq) AS last FROM (
  SELECT seq FROM responses WHERE version_id = ?1
    AND seq > coalesce((SELECT last_seq FROM suggestion_marks WHERE version_id = ?1), 0)
  ORDER BY seq LIMIT ?2)`

const suggested = `SELECT seq, answers ->> ?4 AS text FROM responses
  WHERE version_id = ?1 AND seq BETWEEN ?2 AND ?3 AND answers ->> ?4 IS NOT NULL`

// One that was corrected or deleted since it was read has its own key by now, or none: it is left alone.
const insert = `INSERT INTO suggestions
  (response_id, consultation_id, version_id, question, created_at, state, same_key)
  SELECT r.id, v.consultation_id, r.version_id, ?2, r.submitted_at, 'received', keys.value ->> 1
  FROM json_each(?1) keys CROSS JOIN responses r ON r.seq = keys.value ->> 0
  JOIN versions v ON v.id = r.version_id WHERE r.answers ->> ?3 IS NOT NULL
  ON CONFLICT DO UPDATE SET same_key = excluded.same_key WHERE same_key = ''`

const moveMark = `INSERT INTO suggestion_marks (version_id, last_seq) VALUES (?, ?)
  ON CONFLICT DO UPDATE SET last_seq = max(last_seq, excluded.last_seq)`
