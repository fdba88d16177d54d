import { breath } from './sealing.ts'
import type { Store } from './store.ts'
import { pathTo } from './suggestions.ts'
import { frozenEdition, listVersions } from './versions.ts'

const atOnce = 1_000

/**
 * Registers the suggestions that have come since the last time, of every version of a consultation. To be
 * called before they are listed or counted. A response is stored without this, so that residents do not wait
 * for it; the words are in the response, so that nothing is lost in between.
 */
export async function registerSuggestions(store: Store, consultationId: string): Promise<void> {
  for (const version of await listVersions(store, consultationId)) {
    const { suggestion } = await frozenEdition(store, version)
    if (suggestion !== undefined) await registerOfVersion(store, version.id, suggestion)
  }
}

/** The same for one version; `question` is the one whose answer is a suggestion. Safe on several hosts at once. */
export async function registerOfVersion(
  store: Store,
  versionId: number,
  question: string,
): Promise<void> {
  for (;;) {
    const { rows } = await store.read(nextSeqs, [versionId, atOnce])
    const [from, to] = [rows[0]?.first, rows[0]?.last]
    if (typeof from !== 'number' || typeof to !== 'number') return
    await store.write([
      { sql: insert, args: [question, versionId, from, to, pathTo(question)] },
      { sql: moveMark, args: [versionId, to] },
    ])
    await breath()
  }
}

// A seq is given and stored under the same lock: below one that is there, none can appear later.
const nextSeqs = `SELECT min(seq) AS first, max(seq) AS last FROM (
  SELECT seq FROM responses WHERE version_id = ?1
    AND seq > coalesce((SELECT last_seq FROM suggestion_marks WHERE version_id = ?1), 0)
  ORDER BY seq LIMIT ?2)`

const insert = `INSERT INTO suggestions
  (response_id, consultation_id, version_id, question, created_at, state)
  SELECT r.id, v.consultation_id, r.version_id, ?1, r.submitted_at, 'received'
  FROM responses r JOIN versions v ON v.id = r.version_id
  WHERE r.version_id = ?2 AND r.seq BETWEEN ?3 AND ?4 AND r.answers ->> ?5 IS NOT NULL
  ON CONFLICT DO NOTHING`

const moveMark = `INSERT INTO suggestion_marks (version_id, last_seq) VALUES (?, ?)
  ON CONFLICT DO UPDATE SET last_seq = max(last_seq, excluded.last_seq)`
