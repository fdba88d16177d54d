import type { Channel } from '../surveys/engine/answers.ts'
import { pathToNamedIn } from './answer-path.ts'
import { registerSuggestions } from './register-suggestions.ts'
import type { suggestionCards } from './schema.ts'
import type { Store } from './store.ts'
import { type Fate, type FateRow, toFate } from './suggestion-fate.ts'
import { joinLeads, leadsOf, withLeads } from './suggestion-leads.ts'

type Card = Omit<typeof suggestionCards.$inferSelect, 'responseId' | 'consultationId'>

/** A suggestion with as much of its card as there is; where another leads it, with what that one came to. */
export interface Suggested extends Fate {
  /** Of the response it stands in. */
  seq: number
  responseId: string
  versionId: number
  question: string
  text: string
  createdAt: number
  mailboxNumber: number | null
  channel: Channel
  sameKey: string
  card: Card | undefined
  /** The one that goes through the house for all that are the same, if it is another. */
  lead: { seq: number; number: number; responseId: string } | undefined
}

/** What is late: past its day, or where it has none, received before a moment and still unanswered. */
export interface Lateness {
  /** `2026-03-02` */
  today: string
  receivedBefore: number
}

/** Which suggestions a page is about. */
export interface SuggestedFilter {
  at?: 'new' | 'open' | 'overdue' | 'replied' | undefined
  late?: Lateness
  /** Those of these responses alone. */
  only?: readonly number[]
  before?: number | undefined
  limit: number
}

/** Suggestions of a consultation, the newest first. */
export async function listSuggested(
  store: Store,
  consultationId: string,
  { at, late, only, before = Number.MAX_SAFE_INTEGER, limit }: SuggestedFilter,
): Promise<Suggested[]> {
  await registerSuggestions(store, consultationId)
  const { rows } = await store.read(
    `${withLeads} SELECT r.seq, r.id, r.mailbox_number, r.channel, s.question, s.version_id,
      s.same_key, r.answers ->> ${pathToNamedIn('s.question')} AS text, s.created_at, e.state, e.reply,
      e.replied_at, s.rating, s.rated_at, k.number AS lead_number, lr.seq AS lead_seq, lr.id AS lead_id,
      coalesce(own.number, k.number) AS number, coalesce(own.subject, k.subject) AS subject,
      coalesce(own.matter, k.matter) AS matter, coalesce(own.proposal, k.proposal) AS proposal,
      coalesce(own.place, k.place) AS place, coalesce(own.category, k.category) AS category,
      coalesce(own.note, k.note) AS note, coalesce(own.registered_at, k.registered_at) AS registered_at,
      coalesce(own.registered_by, k.registered_by) AS registered_by, k.unit, k.assigned_at, k.due_on,
      k.handling, k.outcome, k.adopted_as, k.archived_at,
      coalesce(k.due_on < ?5, s.created_at < ?6) AS is_late
    FROM responses r CROSS JOIN suggestions s ON s.response_id = r.id ${joinLeads}
    LEFT JOIN responses lr ON lr.id = e.response_id
    WHERE s.consultation_id = ?2 AND r.seq < ?3 AND ${at ? standing[at] : '1'}
      ${only ? 'AND r.seq IN (SELECT value FROM json_each(?7))' : ''}
    ORDER BY r.seq DESC LIMIT ?4`,
    [
      ...[await leadsOf(store, consultationId), consultationId, before, limit],
      ...[late?.today ?? '', late?.receivedBefore ?? 0],
      ...(only ? [JSON.stringify(only)] : []),
    ],
  )
  return rows.map(toSuggested)
}

const standing = {
  new: "e.state = 'received' AND k.number IS NULL",
  open: "e.state = 'received' AND k.number IS NOT NULL",
  overdue: "e.state = 'received' AND is_late",
  replied: "e.state <> 'received'",
}

/** How many stand where. All are counted by an index, and only what staff touched is looked at one by one. */
export async function countSuggested(
  store: Store,
  consultationId: string,
  { today, receivedBefore }: Lateness,
): Promise<Record<'all' | 'new' | 'open' | 'overdue' | 'replied', number>> {
  await registerSuggestions(store, consultationId)
  const [states, touched] = await Promise.all([
    store.read(
      `SELECT state, count(*) AS n, sum(created_at < ?2) AS old FROM suggestions
        WHERE consultation_id = ?1 GROUP BY state`,
      [consultationId, receivedBefore],
    ),
    store.read(
      `${withLeads}, touched AS (
        SELECT s.created_at < ?4 AS is_old, e.state = 'received' AS is_open,
          e.state = 'received' AND coalesce(k.due_on < ?3, s.created_at < ?4) AS is_late
        FROM (SELECT DISTINCT same_key FROM lead) known
        CROSS JOIN suggestions s ON s.consultation_id = ?2 AND s.same_key = known.same_key ${joinLeads}
        WHERE s.state = 'received')
      SELECT count(*) AS n, sum(is_open) AS open, sum(is_old) AS old, sum(is_late) AS late FROM touched`,
      [await leadsOf(store, consultationId), consultationId, today, receivedBefore],
    ),
  ])
  const number = (name: string) => Number(touched.rows[0]?.[name] ?? 0)
  const received = states.rows.find(({ state }) => state === 'received')
  const all = states.rows.reduce((sum, { n }) => sum + Number(n), 0)
  const untouched = Number(received?.n ?? 0) - number('n')
  const open = number('open')
  return {
    ...{ all, new: untouched, open, replied: all - untouched - open },
    overdue: Number(received?.old ?? 0) - number('old') + number('late'),
  }
}

/** How many people made each suggestion that has a card leading it, by the id of that one's response; and how many made any. */
export async function peopleBehind(
  store: Store,
  consultationId: string,
): Promise<{ people: Map<string, number>; all: number }> {
  const of = [await leadsOf(store, consultationId), consultationId]
  const [led, all] = await Promise.all([
    store.read(
      `${withLeads} SELECT l.response_id, count(*) AS n FROM lead l
        CROSS JOIN suggestions s ON s.consultation_id = ?2 AND s.same_key = l.same_key
        JOIN responses r ON r.id = s.response_id WHERE r.excluded = 0 GROUP BY 1`,
      of,
    ),
    store.read(
      `SELECT count(*) AS n FROM suggestions s JOIN responses r ON r.id = s.response_id
        WHERE s.consultation_id = ? AND r.excluded = 0`,
      [consultationId],
    ),
  ])
  const people = new Map(led.rows.map((row) => [String(row.response_id), Number(row.n)]))
  return { people, all: Number(all.rows[0]?.n ?? 0) }
}

function toSuggested(row: FateRow): Suggested {
  const seq = Number(row.seq)
  const isLed = row.lead_number !== null && Number(row.lead_seq) !== seq
  return {
    ...toFate(row),
    ...{ seq, responseId: String(row.id), question: String(row.question) },
    ...{ text: String(row.text), createdAt: Number(row.created_at) },
    ...{ channel: row.channel as Channel, sameKey: String(row.same_key) },
    versionId: Number(row.version_id),
    mailboxNumber: row.mailbox_number === null ? null : Number(row.mailbox_number),
    card: row.number === null ? undefined : toCard(row),
    lead: isLed
      ? {
          ...{ seq: Number(row.lead_seq), number: Number(row.lead_number) },
          responseId: String(row.lead_id),
        }
      : undefined,
  }
}

function toCard(row: FateRow): Card {
  const text = (name: string) => (row[name] === null ? null : String(row[name]))
  const moment = (name: string) => (row[name] === null ? null : Number(row[name]))
  return {
    ...{ number: Number(row.number), subject: String(row.subject), matter: String(row.matter) },
    ...{ proposal: String(row.proposal), place: String(row.place), category: String(row.category) },
    ...{ note: String(row.note), registeredAt: Number(row.registered_at) },
    ...{ registeredBy: String(row.registered_by), unit: text('unit'), dueOn: text('due_on') },
    ...{ assignedAt: moment('assigned_at'), handling: text('handling') },
    ...{ outcome: row.outcome as Card['outcome'], adoptedAs: text('adopted_as') },
    archivedAt: moment('archived_at'),
  }
}
