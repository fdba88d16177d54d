import type { Edition } from '../surveys/engine/definition.ts'
import type { SuggestionOutcome, SuggestionRating } from '../surveys/engine/suggestion-steps.ts'
import { registerOfVersion } from './register-suggestions.ts'
import { sameKey } from './same-key.ts'
import type { Store } from './store.ts'
import { joinLeads, leadsOf, withLeads } from './suggestion-leads.ts'

/** A row with `state`, `reply`, `replied_at`, `rating` and `rated_at` in it, and whatever else was asked for. */
export type FateRow = Record<string, unknown>

/** What became of what a resident proposed. `declined` comes with a reason, as every reply does. */
export interface Fate {
  state: 'received' | 'answered' | 'declined'
  reply: string | null
  repliedAt: number | null
  /** What its resident said to this reply. */
  rating: SuggestionRating | null
  ratedAt: number | null
}

/** What its resident may know of the card it goes by. */
export interface CardFate {
  number: number
  /** Of the card that leads, under which it is made public. */
  leadNumber: number
  registeredAt: number
  category: string
  /** Others made the same suggestion, and it goes through the house with theirs. */
  isTogether: boolean
  unit: string | null
  assignedAt: number | null
  dueOn: string | null
  isHandled: boolean
  outcome: SuggestionOutcome | null
  adoptedAs: string | null
}

/** A response that proposes something. */
export interface Suggesting {
  consultationId: string
  edition: Edition
  responseId: string
  versionId: number
  /** What it proposes. */
  text: string
}

/** What became of the suggestion in a response, whether anybody has looked at it or not: its own answer, or that of the same one. */
export async function findFate(
  store: Store,
  { consultationId, edition, responseId, text }: Suggesting,
): Promise<Fate & { card: CardFate | undefined }> {
  const { rows } = await store.read(
    `${withLeads} SELECT e.state, e.reply, e.replied_at, mine.rating, mine.rated_at,
      coalesce(own.number, k.number) AS number, k.number AS lead_number,
      coalesce(own.registered_at, k.registered_at) AS registered_at, coalesce(own.category, k.category) AS category,
      e.response_id <> s.response_id AS is_together, k.unit, k.assigned_at, k.due_on,
      coalesce(k.handling, '') <> '' AS is_handled, k.outcome, k.adopted_as
    FROM (SELECT ?2 AS response_id, ?3 AS same_key) s
    LEFT JOIN suggestions mine ON mine.response_id = s.response_id ${joinLeads}`,
    [
      ...[await leadsOf(store, consultationId), responseId],
      sameKey(edition.audience, edition.suggestion ?? '', text),
    ],
  )
  const row: FateRow = rows[0] ?? {}
  return { ...toFate(row), card: typeof row.number === 'number' ? toCard(row) : undefined }
}

/** What its resident says to a reply; no entry in the audit trail, which knows staff only. */
export async function rateReply(
  store: Store,
  { responseId, versionId, edition }: Suggesting,
  rating: SuggestionRating,
  now: number,
): Promise<void> {
  // It may be answered, as the same as another, before anybody has looked at it.
  await registerOfVersion(store, versionId, edition)
  await store.write([
    {
      sql: 'UPDATE suggestions SET rating = ?, rated_at = ? WHERE response_id = ?',
      args: [rating, now, responseId],
    },
  ])
}

/** What became of a suggestion, read from such a row. */
export function toFate(row: FateRow): Fate {
  const repliedAt = typeof row.replied_at === 'number' ? row.replied_at : null
  const ratedAt = typeof row.rated_at === 'number' ? row.rated_at : null
  // What was said to an earlier reply was not said to this one.
  const isRated = ratedAt !== null && repliedAt !== null && ratedAt >= repliedAt
  return {
    state: (row.state ?? 'received') as Fate['state'],
    ...{ reply: typeof row.reply === 'string' ? row.reply : null, repliedAt },
    ...(isRated
      ? { rating: row.rating as SuggestionRating, ratedAt }
      : { rating: null, ratedAt: null }),
  }
}

function toCard(row: FateRow): CardFate {
  const text = (name: string) => (typeof row[name] === 'string' ? row[name] : null)
  return {
    ...{ number: Number(row.number), leadNumber: Number(row.lead_number) },
    ...{ registeredAt: Number(row.registered_at), category: String(row.category) },
    ...{ isTogether: Number(row.is_together) === 1, isHandled: Number(row.is_handled) === 1 },
    ...{ unit: text('unit'), dueOn: text('due_on'), adoptedAs: text('adopted_as') },
    assignedAt: typeof row.assigned_at === 'number' ? row.assigned_at : null,
    outcome: row.outcome as SuggestionOutcome | null,
  }
}
