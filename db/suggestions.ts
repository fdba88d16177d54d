import { writeAudited } from './audit.ts'
import type { Statement, Store } from './store.ts'

/** What became of what a resident proposed. `declined` comes with a reason, as every reply does. */
export interface SuggestionFate {
  state: 'received' | 'answered' | 'declined'
  reply: string | null
  repliedAt: number | null
}

export interface Suggestion extends SuggestionFate {
  /** Of the response it stands in. */
  seq: number
  text: string
  createdAt: number
  mailboxNumber: number | null
  repliedBy: string | null
}

/** Registers the suggestion of a response stored in the same batch, if it makes one. */
const insertSuggestion = (locator: string, question: string): Statement => ({
  sql: `INSERT INTO suggestions (response_id, consultation_id, version_id, question, created_at, state)
    SELECT r.id, v.consultation_id, r.version_id, ?, r.submitted_at, 'received'
    FROM responses r JOIN versions v ON v.id = r.version_id
    WHERE r.locator = ? AND r.answers ->> ? IS NOT NULL
    ON CONFLICT DO NOTHING`,
  args: [question, locator, pathTo(question)],
})

/**
 * The same for rows that wait together: question, response id, locator and the path to its words. The
 * locator is new with every try, so a repetition of what is stored registers nothing.
 */
export const insertSuggestions = `INSERT INTO suggestions
  (response_id, consultation_id, version_id, question, created_at, state)
  SELECT r.id, v.consultation_id, r.version_id, value ->> 0, r.submitted_at, 'received'
  FROM json_each(?) JOIN responses r ON r.id = value ->> 1 AND r.locator = value ->> 2
  JOIN versions v ON v.id = r.version_id
  WHERE r.answers ->> (value ->> 3) IS NOT NULL
  ON CONFLICT DO NOTHING`

/** The correction of a response with what it does to its suggestion: a reply to other words is a reply no more. */
export const correctSuggestion = (
  locator: string,
  question: string,
  text: unknown,
  update: Statement,
): Statement[] => [
  {
    sql: `DELETE FROM suggestions WHERE response_id =
      (SELECT id FROM responses WHERE locator = ? AND answers ->> ? IS NOT ?)`,
    args: [locator, pathTo(question), typeof text === 'string' ? text : null],
  },
  update,
  insertSuggestion(locator, question),
]

/** What became of the suggestion in this response, if it makes one. */
export async function findSuggestion(
  store: Store,
  responseId: string,
): Promise<SuggestionFate | undefined> {
  const { rows } = await store.read(
    'SELECT state, reply, replied_at FROM suggestions WHERE response_id = ?',
    [responseId],
  )
  const [row] = rows
  return row && fateOf(row)
}

/** Suggestions of a consultation, newest first. `before` is the seq the last page ended with. */
export async function listSuggestions(
  store: Store,
  consultationId: string,
  { limit, before = Number.MAX_SAFE_INTEGER }: { limit: number; before?: number | undefined },
): Promise<Suggestion[]> {
  const { rows } = await store.read(
    `SELECT r.seq, r.mailbox_number, r.answers ->> ('$."' || s.question || '"') AS text,
      s.created_at, s.state, s.reply, s.replied_at, s.replied_by
    FROM suggestions s JOIN responses r ON r.id = s.response_id
    WHERE s.consultation_id = ? AND r.seq < ? ORDER BY r.seq DESC LIMIT ?`,
    [consultationId, before, limit],
  )
  return rows.map((row) => ({
    ...fateOf(row),
    seq: Number(row.seq),
    text: String(row.text),
    createdAt: Number(row.created_at),
    mailboxNumber: row.mailbox_number === null ? null : Number(row.mailbox_number),
    repliedBy: row.replied_by === null ? null : String(row.replied_by),
  }))
}

interface Reply {
  consultationId: string
  seq: number
  state: 'answered' | 'declined'
  reply: string
}

/** Answers a suggestion, or changes what was answered. False when its response is gone. */
export async function replyToSuggestion(
  store: Store,
  { consultationId, seq, state, reply }: Reply,
  by: { at: number; actor: string },
): Promise<boolean> {
  const object = `${consultationId}/${seq}`
  const [changed] = await writeAudited(store, { ...by, action: `suggestion ${state}`, object }, [
    {
      sql: `UPDATE suggestions SET state = ?, reply = ?, replied_at = ?, replied_by = ?
        WHERE consultation_id = ? AND response_id = (SELECT id FROM responses WHERE seq = ?)`,
      args: [state, reply, by.at, by.actor, consultationId, seq],
    },
  ])
  return changed?.rowsAffected === 1
}

export const pathTo = (question: string) => `$."${question}"`

const fateOf = (row: Record<string, unknown>): SuggestionFate => ({
  state: row.state as SuggestionFate['state'],
  reply: row.reply === null ? null : String(row.reply),
  repliedAt: row.replied_at === null ? null : Number(row.replied_at),
})
