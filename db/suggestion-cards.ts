import type { Channel } from '../surveys/engine/answers.ts'
import { type AuditEntry, writeAudited } from './audit.ts'
import { registerSuggestions } from './register-suggestions.ts'
import type { suggestionCards } from './schema.ts'
import type { Statement, Store } from './store.ts'
import { pathTo } from './suggestions.ts'

type By = Pick<AuditEntry, 'at' | 'actor'>
type CardRow = typeof suggestionCards.$inferSelect

/** The four headings of the official card, and what kind of thing it is. */
export type CardWords = Pick<CardRow, 'subject' | 'matter' | 'proposal' | 'place' | 'category'>

/** A suggestion with as much of its card as there is. */
export interface Suggested {
  /** Of the response it stands in. */
  seq: number
  responseId: string
  question: string
  text: string
  createdAt: number
  mailboxNumber: number | null
  channel: Channel
  state: 'received' | 'answered' | 'declined'
  reply: string | null
  repliedAt: number | null
  card: Omit<CardRow, 'responseId' | 'consultationId'> | undefined
}

/** Which suggestions a page is about. `today` is `2026-03-02`. */
export interface SuggestedFilter {
  at?: 'new' | 'open' | 'overdue' | 'replied' | undefined
  today: string
  before?: number | undefined
  limit: number
}

/** Suggestions of a consultation: the overdue first by their day, otherwise the newest first. */
export async function listSuggested(
  store: Store,
  consultationId: string,
  { at, today, before = Number.MAX_SAFE_INTEGER, limit }: SuggestedFilter,
): Promise<Suggested[]> {
  await registerSuggestions(store, consultationId)
  const where = {
    new: "s.state = 'received' AND k.number IS NULL",
    open: "s.state = 'received' AND k.number IS NOT NULL",
    overdue: "s.state = 'received' AND k.due_on < ?2",
    replied: "s.state <> 'received'",
    all: '1',
  }[at ?? 'all']
  const { rows } = await store.read(
    `SELECT r.seq, r.id, r.mailbox_number, r.channel, s.question,
      r.answers ->> ('$."' || s.question || '"') AS text, s.created_at, s.state, s.reply, s.replied_at,
      k.number, k.subject, k.matter, k.proposal, k.place, k.category, k.registered_at,
      k.registered_by, k.unit, k.assigned_at, k.due_on, k.handling, k.outcome, k.adopted_as,
      k.rating, k.rated_at, k.archived_at
    FROM suggestions s JOIN responses r ON r.id = s.response_id
    LEFT JOIN suggestion_cards k ON k.response_id = s.response_id
    WHERE s.consultation_id = ?1 AND r.seq < ?3 AND ?2 <> '' AND ${where}
    ORDER BY r.seq DESC LIMIT ?4`,
    [consultationId, today, before, limit],
  )
  return rows.map(toSuggested)
}

/** How many stand where. */
export async function countSuggested(
  store: Store,
  consultationId: string,
  today: string,
): Promise<Record<'all' | 'new' | 'open' | 'overdue' | 'replied', number>> {
  await registerSuggestions(store, consultationId)
  const [states, cards] = await Promise.all([
    store.read(
      'SELECT state, count(*) AS n FROM suggestions WHERE consultation_id = ? GROUP BY state',
      [consultationId],
    ),
    // Few against all that came in: they lead, and no suggestion is looked at that has no card.
    store.read(
      `SELECT count(*) AS n_open, sum(coalesce(k.due_on < ?, 0)) AS n_overdue
        FROM suggestion_cards k CROSS JOIN suggestions s ON s.response_id = k.response_id
        WHERE k.consultation_id = ? AND s.state = 'received'`,
      [today, consultationId],
    ),
  ])
  const by = new Map(states.rows.map(({ state, n }) => [String(state), Number(n)]))
  const received = by.get('received') ?? 0
  const all = [...by.values()].reduce((sum, n) => sum + n, 0)
  const [open, overdue] = ['n_open', 'n_overdue'].map((name) => Number(cards.rows[0]?.[name] ?? 0))
  return {
    ...{ all, replied: all - received },
    ...{ new: received - (open ?? 0), open: open ?? 0, overdue: overdue ?? 0 },
  }
}

/** Registers a suggestion under the next number, or puts other words on its card. False if there is none. */
export async function registerCard(
  store: Store,
  { consultationId, seq }: Place,
  { subject, matter, proposal, place, category }: CardWords,
  by: By,
): Promise<boolean> {
  return write(store, 'register suggestion', { consultationId, seq }, by, {
    sql: `INSERT INTO suggestion_cards (response_id, consultation_id, number, subject, matter,
        proposal, place, category, registered_at, registered_by)
      SELECT s.response_id, s.consultation_id,
        1 + (SELECT coalesce(max(number), 0) FROM suggestion_cards WHERE consultation_id = ?),
        ?, ?, ?, ?, ?, ?, ?
      FROM suggestions s JOIN responses r ON r.id = s.response_id
      WHERE s.consultation_id = ? AND r.seq = ?
      ON CONFLICT (response_id) DO UPDATE SET subject = excluded.subject, matter = excluded.matter,
        proposal = excluded.proposal, place = excluded.place, category = excluded.category`,
    args: [
      ...[consultationId, subject, matter, proposal, place, category, by.at, by.actor],
      ...[consultationId, seq],
    ],
  })
}

/** Hands a registered suggestion to a unit, to be answered by a day; `handling` is how it stands. */
export async function assignCard(
  store: Store,
  at: Place,
  { unit, dueOn, handling }: { unit: string; dueOn: string; handling: string },
  by: By,
): Promise<boolean> {
  return write(store, 'assign suggestion', at, by, {
    sql: `UPDATE suggestion_cards SET unit = ?, due_on = ?, handling = ?,
        assigned_at = coalesce(assigned_at, ?) WHERE ${ofPlace}`,
    args: [unit, dueOn, handling, by.at, ...placeArgs(at)],
  })
}

export type CardOutcome = NonNullable<CardRow['outcome']>

/** Answers a registered suggestion; its resident reads the reply with the receipt code. */
export async function answerCard(
  store: Store,
  at: Place,
  { outcome, adoptedAs, reply }: { outcome: CardOutcome; adoptedAs: string | null; reply: string },
  by: By,
): Promise<boolean> {
  const state = outcome === 'declined' ? 'declined' : 'answered'
  const card = {
    sql: `UPDATE suggestion_cards SET outcome = ?, adopted_as = ?, rating = NULL, rated_at = NULL
      WHERE ${ofPlace}`,
    args: [outcome, adoptedAs, ...placeArgs(at)],
  }
  const suggestion = {
    sql: `UPDATE suggestions SET state = ?, reply = ?, replied_at = ?, replied_by = ?
      WHERE response_id IN (SELECT response_id FROM suggestion_cards WHERE ${ofPlace})`,
    args: [state, reply, by.at, by.actor, ...placeArgs(at)],
  }
  return write(store, `suggestion ${outcome}`, at, by, card, suggestion)
}

/** Puts an answered suggestion away, or takes it out again. */
export async function archiveCard(store: Store, at: Place, by: By): Promise<boolean> {
  return write(store, 'archive suggestion', at, by, {
    sql: `UPDATE suggestion_cards SET archived_at = CASE WHEN archived_at IS NULL THEN ? END
      WHERE outcome IS NOT NULL AND ${ofPlace}`,
    args: [by.at, ...placeArgs(at)],
  })
}

/** What its resident says to the reply, once; no entry in the audit trail, which knows staff only. */
export async function rateReply(
  store: Store,
  responseId: string,
  rating: NonNullable<CardRow['rating']>,
  now: number,
): Promise<boolean> {
  const [changed] = await store.write([
    {
      sql: `UPDATE suggestion_cards SET rating = ?, rated_at = ?
        WHERE response_id = ? AND outcome IS NOT NULL`,
      args: [rating, now, responseId],
    },
  ])
  return changed?.rowsAffected === 1
}

/** What its resident may know of the card. */
export interface CardFate {
  number: number
  registeredAt: number
  unit: string | null
  assignedAt: number | null
  dueOn: string | null
  outcome: CardOutcome | null
  adoptedAs: string | null
  rating: CardRow['rating']
}

export async function findCard(store: Store, responseId: string): Promise<CardFate | undefined> {
  const { rows } = await store.read(
    `SELECT number, registered_at, unit, assigned_at, due_on, outcome, adopted_as, rating
      FROM suggestion_cards WHERE response_id = ?`,
    [responseId],
  )
  const [row] = rows
  return (
    row && {
      ...{ number: Number(row.number), registeredAt: Number(row.registered_at) },
      ...{ unit: textOf(row.unit), dueOn: textOf(row.due_on), adoptedAs: textOf(row.adopted_as) },
      assignedAt: row.assigned_at === null ? null : Number(row.assigned_at),
      outcome: row.outcome as CardOutcome | null,
      rating: row.rating as CardRow['rating'],
    }
  )
}

/** Removes the card of a response that is deleted, or whose suggestion now says something else. */
export const removeCard = (
  locator: string,
  question?: string,
  text?: string | null,
): Statement => ({
  sql: `DELETE FROM suggestion_cards WHERE response_id =
    (SELECT id FROM responses WHERE locator = ? AND (? IS NULL OR answers ->> ? IS NOT ?))`,
  args: [locator, question ?? null, question ? pathTo(question) : '$', text ?? null],
})

interface Place {
  consultationId: string
  seq: number
}

const ofPlace = 'consultation_id = ? AND response_id = (SELECT id FROM responses WHERE seq = ?)'
const placeArgs = ({ consultationId, seq }: Place) => [consultationId, seq]

async function write(
  store: Store,
  action: string,
  { consultationId, seq }: Place,
  by: By,
  ...statements: Statement[]
): Promise<boolean> {
  const entry = { ...by, action, object: `${consultationId}/${seq}` }
  const [changed] = await writeAudited(store, entry, statements)
  return changed?.rowsAffected === 1
}

const textOf = (value: unknown) => (value === null || value === undefined ? null : String(value))
const numberOf = (value: unknown) => (value === null || value === undefined ? null : Number(value))

function toSuggested(row: Record<string, unknown>): Suggested {
  return {
    ...{ seq: Number(row.seq), responseId: String(row.id), question: String(row.question) },
    ...{
      text: String(row.text),
      createdAt: Number(row.created_at),
      channel: row.channel as Channel,
    },
    ...{ mailboxNumber: numberOf(row.mailbox_number), state: row.state as Suggested['state'] },
    ...{ reply: textOf(row.reply), repliedAt: numberOf(row.replied_at) },
    card: row.number === null ? undefined : toCard(row),
  }
}

function toCard(row: Record<string, unknown>): NonNullable<Suggested['card']> {
  return {
    ...{ number: Number(row.number), subject: String(row.subject), matter: String(row.matter) },
    ...{ proposal: String(row.proposal), place: String(row.place), category: String(row.category) },
    ...{ registeredAt: Number(row.registered_at), registeredBy: String(row.registered_by) },
    ...{ unit: textOf(row.unit), assignedAt: numberOf(row.assigned_at), dueOn: textOf(row.due_on) },
    ...{ handling: textOf(row.handling), outcome: row.outcome as CardOutcome | null },
    ...{ adoptedAs: textOf(row.adopted_as), rating: row.rating as CardRow['rating'] },
    ...{ ratedAt: numberOf(row.rated_at), archivedAt: numberOf(row.archived_at) },
  }
}
