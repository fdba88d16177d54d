import { sameGroups } from '../surveys/engine/open-text/same-texts.ts'
import type { Store } from './store.ts'

/** Whose card speaks for all suggestions with this key: `[same key, id of the response]`. */
type Lead = [sameKey: string, responseId: string]

/**
 * Suggestions that are the same, to the letter or because a person found so, go through the house together:
 * one card leads them, and what it says holds for all of them that have no answer of their own. Nothing is
 * copied, so what is taken apart again is apart. As JSON, for `withLeads`; it grows with what staff did, not
 * with what came in.
 */
export async function leadsOf(store: Store, consultationId: string): Promise<string> {
  const [known, found] = await Promise.all([
    store.read(nodes, [consultationId]),
    store.read(links, [consultationId]),
  ])
  const texts = known.rows.map((row) => ({
    ...{ seq: Number(row.seq), text: String(row.same_key), responseId: String(row.response_id) },
    number: row.number === null ? Infinity : Number(row.number),
    isAnswered: row.outcome !== null,
  }))
  const same = found.rows.map(({ a, b }) => ({ a: Number(a), b: Number(b), same: true }))
  const leads = sameGroups(texts, same).flatMap((group): Lead[] => {
    const [first] = [...group].sort(
      (a, b) => Number(b.isAnswered) - Number(a.isAnswered) || a.number - b.number,
    )
    if (!first || first.number === Infinity) return []
    return [...new Set(group.map(({ text }) => text))].map((key) => [key, first.responseId])
  })
  return JSON.stringify(leads)
}

/** Begins a statement that reads suggestions together: `?1` are the leads. Only as text can they be indexed on the way. */
export const withLeads = `WITH lead(same_key, response_id) AS MATERIALIZED
  (SELECT CAST(value ->> 0 AS TEXT), CAST(value ->> 1 AS TEXT) FROM json_each(?1))`

/**
 * Of the suggestion `s`: `own` is its own card, `e` the suggestion whose reply holds for it and `k` that
 * one's card; both are its own where nobody leads it.
 */
export const joinLeads = `LEFT JOIN suggestion_cards own ON own.response_id = s.response_id
  LEFT JOIN lead l ON l.same_key = s.same_key AND own.outcome IS NULL
  LEFT JOIN suggestions e ON e.response_id = coalesce(l.response_id, s.response_id)
  LEFT JOIN suggestion_cards k ON k.response_id = e.response_id`

// From the few that staff touched to their suggestions, never through all of them.
const nodes = `WITH touched(response_id) AS (
    SELECT response_id FROM suggestion_cards WHERE consultation_id = ?1
    UNION SELECT r.id FROM text_links l JOIN responses r ON r.seq IN (l.response_seq, l.other_seq)
      WHERE l.same = 1)
  SELECT r.seq, s.response_id, s.same_key, k.number, k.outcome
  FROM touched t CROSS JOIN suggestions s ON s.response_id = t.response_id
  JOIN responses r ON r.id = s.response_id
  LEFT JOIN suggestion_cards k ON k.response_id = s.response_id
  WHERE s.consultation_id = ?1`

const links = `SELECT l.response_seq AS a, l.other_seq AS b
  FROM text_links l CROSS JOIN responses r ON r.seq = l.response_seq
  JOIN suggestions s ON s.response_id = r.id AND s.question = l.question
  WHERE l.same = 1 AND s.consultation_id = ?1`
