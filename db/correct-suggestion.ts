import type { Edition } from '../surveys/engine/definition.ts'
import { pathTo } from './answer-path.ts'
import { sameKey } from './same-key.ts'
import type { Statement } from './store.ts'

/** The correction of a response with what it does to its suggestion: a reply to other words is a reply no more. */
export function correctSuggestion(
  locator: string,
  { audience, question }: { audience: Edition['audience']; question: string },
  said: unknown,
  update: Statement,
): Statement[] {
  const text = typeof said === 'string' ? said : null
  return [
    {
      sql: `DELETE FROM suggestions WHERE response_id =
        (SELECT id FROM responses WHERE locator = ? AND answers ->> ? IS NOT ?)`,
      args: [locator, pathTo(question), text],
    },
    update,
    {
      sql: `INSERT INTO suggestions
        (response_id, consultation_id, version_id, question, created_at, state, same_key)
        SELECT r.id, v.consultation_id, r.version_id, ?, r.submitted_at, 'received', ?
        FROM responses r JOIN versions v ON v.id = r.version_id
        WHERE r.locator = ? AND r.answers ->> ? IS NOT NULL
        ON CONFLICT DO NOTHING`,
      args: [question, sameKey(audience, question, text ?? ''), locator, pathTo(question)],
    },
  ]
}
