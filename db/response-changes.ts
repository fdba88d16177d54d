import type { ResultSet } from '@libsql/client'
import type { Filled } from '../surveys/engine/answers.ts'
import { pathTo } from './answer-path.ts'
import { type By, resident, writeAudited } from './audit.ts'
import { chunkSize } from './chunks.ts'
import { forgetCodings } from './codings.ts'
import { rereadResponse } from './columns.ts'
import { correctSuggestion } from './correct-suggestion.ts'
import { removeStaleTextWork, removeTextWork } from './released-texts.ts'
import { sealSoon } from './seal-soon.ts'
import type { Statement, Store } from './store.ts'
import { removeCard } from './suggestion-cards.ts'
import { passOnSuggestion } from './suggestion-heir.ts'
import { editionOf } from './versions.ts'

/**
 * Puts other answers in the place of the first; the receipt stays the same. What conflicted with them goes
 * too: the resident has said which words hold. False if there is none.
 */
export async function correctResponse(
  store: Store,
  locator: string,
  filled: Filled,
  now: number,
): Promise<boolean> {
  const { answers, others } = filled
  const deed = { ...resident(now), action: 'correct response' }
  const results = await change(store, locator, deed, async ({ versionId }) => {
    const update = {
      sql: 'UPDATE responses SET answers = ?, others = ?, revision = revision + 1 WHERE locator = ?',
      args: [JSON.stringify(answers), JSON.stringify(others), locator],
    }
    const { audience, suggestion } = await editionOf(store, versionId)
    const text = suggestion === undefined ? undefined : answers[suggestion]
    const isOther =
      suggestion !== undefined && (await saidBefore(store, locator, suggestion)) !== text
    return [
      ...(isOther ? await passOnSuggestion(store, locator) : []),
      remove('conflicts', 'id', locator),
      ...removeStaleTextWork(locator, JSON.stringify(answers), JSON.stringify(others)),
      ...(suggestion === undefined
        ? [update]
        : [
            removeCard(locator, suggestion, typeof text === 'string' ? text : null),
            ...correctSuggestion(locator, { audience, question: suggestion }, text, update),
          ]),
    ]
  })
  return results !== undefined
}

/**
 * Removes a response and all that hangs on it, with the contact of the same person (`contactId`) if they gave
 * its code: in one batch, and the audit trail names the response alone, so that it joins the two for nobody.
 * What stays, to recognise the same request if it is sent again, is its hash under a key (`keyed`): a plain
 * one would let anybody try out which answers it was. Returns the ids of the photos it had, whose bytes are
 * the caller's to delete; undefined if there is no such response.
 */
export async function deleteResponse(
  store: Store,
  locator: string,
  keyed: (sha256: string) => string,
  by: By,
  contactId?: string,
): Promise<string[] | undefined> {
  const deed = { ...by, action: 'delete response' }
  const results = await change(store, locator, deed, async ({ sha256 }) => [
    {
      sql: `SELECT id FROM files WHERE purpose = 'photo'
        AND response_id = (SELECT id FROM responses WHERE locator = ?)`,
      args: [locator],
    },
    ...(await passOnSuggestion(store, locator)),
    { sql: 'DELETE FROM contacts WHERE id = ?', args: [contactId ?? null] },
    remove('conflicts', 'id', locator),
    removeCard(locator),
    remove('suggestions', 'response_id', locator),
    remove('files', 'response_id', locator),
    {
      sql: 'DELETE FROM exclusions WHERE response_seq = (SELECT seq FROM responses WHERE locator = ?)',
      args: [locator],
    },
    {
      sql: 'DELETE FROM picture_codes WHERE response_seq = (SELECT seq FROM responses WHERE locator = ?)',
      args: [locator],
    },
    ...removeTextWork(locator),
    {
      sql: `INSERT INTO tombstones (id, sha256, locator, deleted_at)
        SELECT id, ?, locator, ? FROM responses WHERE locator = ?`,
      args: [keyed(sha256), by.at, locator],
    },
    { sql: 'DELETE FROM responses WHERE locator = ?', args: [locator] },
  ])
  return results?.[0]?.rows.map((row) => String(row.id))
}

async function saidBefore(store: Store, locator: string, question: string) {
  const { rows } = await store.read(
    'SELECT answers ->> ? AS text FROM responses WHERE locator = ?',
    [...[pathTo(question), locator]],
  )
  return rows[0]?.text ?? undefined
}

const remove = (table: 'conflicts' | 'suggestions' | 'files', column: string, locator: string) => ({
  sql: `DELETE FROM ${table} WHERE ${column} = (SELECT id FROM responses WHERE locator = ?)`,
  args: [locator],
})

// The chunk that counts the old answers leaves in the same batch. Results are those of the statements.
async function change(
  store: Store,
  locator: string,
  deed: By & { action: string },
  statementsFor: (stored: { versionId: number; sha256: string }) => Promise<Statement[]>,
): Promise<ResultSet[] | undefined> {
  const { rows } = await store.read(
    'SELECT seq, id, version_id, sha256 FROM responses WHERE locator = ?',
    [locator],
  )
  if (!rows[0]) return
  const versionId = Number(rows[0].version_id)
  const sha256 = String(rows[0].sha256)
  const dropChunk = {
    sql: `DELETE FROM chunks WHERE (version_id, first_seq) IN (
      SELECT c.version_id, c.first_seq FROM responses r JOIN chunks c
      ON c.version_id = r.version_id AND r.seq BETWEEN c.first_seq AND c.last_seq
      WHERE r.locator = ?)`,
    args: [locator],
  }
  const entry = { ...deed, object: String(rows[0].id) }
  const statements = await statementsFor({ versionId, sha256 })
  const [, ...results] = await writeAudited(store, entry, [dropChunk, ...statements])
  rereadResponse(store, versionId, Number(rows[0].seq))
  forgetCodings(store)
  // The others of its chunk are sealed again.
  sealSoon(store, versionId, chunkSize)
  store.wipeSoon()
  return results
}
