import type { Statement, Store } from './store.ts'

/** What became of what a resident proposed. `declined` comes with a reason, as every reply does. */
export interface SuggestionFate {
  state: 'received' | 'answered' | 'declined'
  reply: string | null
  repliedAt: number | null
}

/** Registers the suggestion of a response corrected in the same batch, if it makes one. */
const insertSuggestion = (locator: string, question: string): Statement => ({
  sql: `INSERT INTO suggestions (response_id, consultation_id, version_id, question, created_at, state)
    SELECT r.id, v.consultation_id, r.version_id, ?, r.submitted_at, 'received'
    FROM responses r JOIN versions v ON v.id = r.version_id
    WHERE r.locator = ? AND r.answers ->> ? IS NOT NULL
    ON CONFLICT DO NOTHING`,
  args: [question, locator, pathTo(question)],
})

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

/** What holds until anybody has looked at it. */
export const received: SuggestionFate = { state: 'received', reply: null, repliedAt: null }

/** What became of the suggestion in this response; undefined too where it is not registered yet. */
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

export const pathTo = (question: string) => `$."${question}"`

const fateOf = (row: Record<string, unknown>): SuggestionFate => ({
  state: row.state as SuggestionFate['state'],
  reply: row.reply === null ? null : String(row.reply),
  repliedAt: row.replied_at === null ? null : Number(row.replied_at),
})
