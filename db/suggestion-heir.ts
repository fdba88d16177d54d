import { pathToNamedIn } from './answer-path.ts'
import type { Statement, Store } from './store.ts'
import { leadsOf } from './suggestion-leads.ts'

/**
 * What to do before a suggestion goes, because its response is deleted or says something else: others that are
 * the same stay together, and if it led them, the eldest of them takes over its card and its reply, with words
 * of its own. So nobody's receipt forgets what it said.
 */
export async function passOnSuggestion(store: Store, locator: string): Promise<Statement[]> {
  const { rows } = await store.read(
    `SELECT r.seq, s.response_id, s.consultation_id, s.question, s.same_key
      FROM responses r JOIN suggestions s ON s.response_id = r.id WHERE r.locator = ?`,
    [locator],
  )
  const [gone] = rows
  if (!gone) return []
  const others = await store.read(same, [
    ...[gone.seq, gone.consultation_id, gone.question, gone.same_key],
  ] as (string | number)[])
  const [heir] = others.rows
  if (!heir) return []
  const [from, to] = [String(gone.response_id), String(heir.response_id)]
  const leads = await leadsOf(store, String(gone.consultation_id))
  const isLeading = (JSON.parse(leads) as string[][]).some(([, id]) => id === from)
  return [
    bridge(Number(gone.seq), Number(heir.seq), String(gone.question)),
    ...(isLeading && heir.outcome === null ? handOver(from, to, String(heir.text)) : []),
  ]
}

// To the letter or by a link; who has no answer of their own before who has one, then the eldest.
const same = `SELECT r.seq, s.response_id, k.outcome, r.answers ->> ${pathToNamedIn('s.question')} AS text
  FROM suggestions s JOIN responses r ON r.id = s.response_id
  LEFT JOIN suggestion_cards k ON k.response_id = s.response_id
  WHERE s.consultation_id = ?2 AND r.seq <> ?1 AND (s.same_key = ?4 OR s.response_id IN (
    SELECT id FROM responses WHERE seq IN (
      SELECT response_seq + other_seq - ?1 FROM text_links
      WHERE question = ?3 AND same = 1 AND ?1 IN (response_seq, other_seq))))
  ORDER BY k.outcome IS NOT NULL, r.seq LIMIT 1`

/** Links to the heir what was linked to the one that goes. */
const bridge = (gone: number, heir: number, question: string): Statement => ({
  sql: `INSERT INTO text_links (question, response_seq, other_seq, same, linked_at, linked_by)
    SELECT question, min(other, ?2), max(other, ?2), 1, linked_at, linked_by FROM (
      SELECT *, response_seq + other_seq - ?1 AS other FROM text_links
      WHERE question = ?3 AND same = 1 AND ?1 IN (response_seq, other_seq))
    WHERE other <> ?2 ON CONFLICT DO NOTHING`,
  args: [gone, heir, question],
})

/** The whole way so far, onto the heir's own card if it has one. */
const handOver = (from: string, to: string, text: string): Statement[] => [
  {
    sql: `UPDATE suggestion_cards SET (unit, assigned_at, due_on, handling, outcome, adopted_as, archived_at) =
      (SELECT unit, assigned_at, due_on, handling, outcome, adopted_as, archived_at
        FROM suggestion_cards WHERE response_id = ?) WHERE response_id = ?`,
    args: [from, to],
  },
  {
    sql: `UPDATE suggestion_cards SET response_id = ?1, matter = '', proposal = ?2
      WHERE response_id = ?3 AND NOT EXISTS (SELECT 1 FROM suggestion_cards WHERE response_id = ?1)`,
    args: [to, text, from],
  },
  {
    sql: `UPDATE suggestions SET (state, reply, replied_at, replied_by) =
      (SELECT state, reply, replied_at, replied_by FROM suggestions WHERE response_id = ?)
      WHERE response_id = ?`,
    args: [from, to],
  },
]
