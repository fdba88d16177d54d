import type { SuggestionOutcome } from '../surveys/engine/suggestion-steps.ts'
import { pathTo } from './answer-path.ts'
import { type By, writeAudited } from './audit.ts'
import type { suggestionCards } from './schema.ts'
import type { Statement, Store } from './store.ts'

type CardRow = typeof suggestionCards.$inferSelect

/** The four headings of the official card, what kind of thing it is, and what staff note for themselves. */
export type CardWords = Pick<
  CardRow,
  'subject' | 'matter' | 'proposal' | 'place' | 'category' | 'note'
>

/**
 * Registers a suggestion under the next number, or puts other words on its card in place of those that stood
 * there `before`. False if there is no suggestion, or by now other words stand on its card.
 */
export async function registerCard(
  store: Store,
  { consultationId, seq }: Place,
  { subject, matter, proposal, place, category, note }: CardWords,
  by: By,
  before?: CardWords,
): Promise<boolean> {
  return write(store, 'register suggestion', { consultationId, seq }, by, {
    sql: `INSERT INTO suggestion_cards (response_id, consultation_id, number, subject, matter,
        proposal, place, category, note, registered_at, registered_by)
      SELECT s.response_id, s.consultation_id,
        1 + (SELECT coalesce(max(number), 0) FROM suggestion_cards WHERE consultation_id = ?),
        ?, ?, ?, ?, ?, ?, ?, ?
      FROM suggestions s JOIN responses r ON r.id = s.response_id
      WHERE s.consultation_id = ? AND r.seq = ?
      ON CONFLICT (response_id) DO UPDATE SET subject = excluded.subject, matter = excluded.matter,
        proposal = excluded.proposal, place = excluded.place, category = excluded.category, note = excluded.note
        WHERE json_array(subject, matter, proposal, place, category, note) = json_array(?, ?, ?, ?, ?, ?)`,
    args: [
      ...[consultationId, subject, matter, proposal, place, category, note, by.at, by.actor],
      ...[consultationId, seq],
      ...[before?.subject ?? null, before?.matter ?? null, before?.proposal ?? null],
      ...[before?.place ?? null, before?.category ?? null, before?.note ?? null],
    ],
  })
}

/** Who handles a suggestion, the last day for an answer, and how it stands. */
export interface Assignment {
  unit: string | null
  dueOn: string | null
  handling: string | null
}

/**
 * Hands a suggestion that was registered and sorted to a unit, in place of what stood there `before`. False if
 * there is no such card, or by now something else stands there.
 */
export async function assignCard(
  store: Store,
  at: Place,
  { unit, dueOn, handling }: Assignment,
  by: By,
  before: Assignment = { unit: null, dueOn: null, handling: null },
): Promise<boolean> {
  return write(store, 'assign suggestion', at, by, {
    sql: `UPDATE suggestion_cards SET unit = ?, due_on = ?, handling = ?,
        assigned_at = coalesce(assigned_at, ?) WHERE category <> '' AND ${ofPlace}
        AND json_array(unit, due_on, handling) = json_array(?, ?, ?)`,
    args: [
      ...[unit, dueOn, handling, by.at, ...placeArgs(at)],
      ...[before.unit, before.dueOn, before.handling],
    ],
  })
}

/** What came of a suggestion and what is said to whoever made it; nothing of it where nobody has answered yet. */
export interface Reply {
  outcome: SuggestionOutcome | null
  adoptedAs: string | null
  reply: string | null
}

/**
 * Answers a suggestion that was handed to somebody, in place of the answer that stood there `before`; only what
 * is passed on to another office goes without. Who made it reads the reply with the receipt code, and so does
 * everybody whose suggestion is the same.
 */
export async function answerCard(
  store: Store,
  at: Place,
  { outcome, adoptedAs, reply }: Reply & { outcome: SuggestionOutcome; reply: string },
  by: By,
  before: Reply = { outcome: null, adoptedAs: null, reply: null },
): Promise<boolean> {
  const state = outcome === 'declined' ? 'declined' : 'answered'
  const suggestion = {
    sql: `UPDATE suggestions SET state = ?, reply = ?, replied_at = ?, replied_by = ?
      WHERE reply IS ? AND response_id IN (SELECT response_id FROM suggestion_cards
        WHERE (unit IS NOT NULL OR ? = 'routed') AND ${ofPlace}
        AND json_array(outcome, adopted_as) = json_array(?, ?))`,
    args: [
      ...[state, reply, by.at, by.actor, before.reply, outcome, ...placeArgs(at)],
      ...[before.outcome, before.adoptedAs],
    ],
  }
  // Only the card of what was answered just now.
  const card = {
    sql: `UPDATE suggestion_cards SET outcome = ?, adopted_as = ? WHERE ${ofPlace} AND changes() = 1`,
    args: [outcome, adoptedAs, ...placeArgs(at)],
  }
  return write(store, `suggestion ${outcome}`, at, by, suggestion, card)
}

/** Puts an answered suggestion away; it stays away since the first time. False if it is not answered. */
export async function archiveCard(store: Store, at: Place, by: By): Promise<boolean> {
  return write(store, 'archive suggestion', at, by, {
    sql: `UPDATE suggestion_cards SET archived_at = coalesce(archived_at, ?)
      WHERE outcome IS NOT NULL AND ${ofPlace}`,
    args: [by.at, ...placeArgs(at)],
  })
}

/** Takes a suggestion that was put away out again. False if there is no such card. */
export async function restoreCard(store: Store, at: Place, by: By): Promise<boolean> {
  return write(store, 'restore suggestion', at, by, {
    sql: `UPDATE suggestion_cards SET archived_at = NULL WHERE ${ofPlace}`,
    args: placeArgs(at),
  })
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
