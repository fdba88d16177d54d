import { pathTo } from './answer-path.ts'
import { type By, writeAudited } from './audit.ts'
import { objectOf, type TextQuestion } from './codebooks.ts'
import { textVersions } from './open-texts.ts'
import { registerSuggestions } from './register-suggestions.ts'
import type { Store } from './store.ts'

/** What a person found of two answers to a question, the earlier first. */
export interface TextLink {
  a: number
  b: number
  same: boolean
}

/** Keeps whether two answers wish for the same; both receipts stay. False if either is no answer to the question. */
export async function linkTexts(
  store: Store,
  of: TextQuestion,
  { a, b, same }: TextLink,
  { at, actor }: By,
): Promise<boolean> {
  const { question } = of
  // Where they are suggestions, what is found of them holds for their receipts from now on.
  await registerSuggestions(store, of.consultationId)
  const versions = JSON.stringify((await textVersions(store, of)).map(({ id }) => id))
  const path = pathTo(question)
  const object = `${objectOf(of)}/${Math.min(a, b)}+${Math.max(a, b)}`
  const action = same ? 'merge texts' : 'keep texts apart'
  const [saved] = await writeAudited(store, { at, actor, action, object }, [
    {
      sql: `INSERT INTO text_links (question, response_seq, other_seq, same, linked_at, linked_by)
        SELECT ?, first, last, ?, ?, ? FROM (
          SELECT min(r.seq) AS first, max(r.seq) AS last FROM responses r
          WHERE r.seq IN (?, ?) AND r.version_id IN (SELECT value FROM json_each(?))
            AND r.answers ->> ? IS NOT NULL)
        WHERE first < last
        ON CONFLICT DO UPDATE SET same = excluded.same, linked_at = excluded.linked_at,
          linked_by = excluded.linked_by`,
      args: [question, same ? 1 : 0, at, actor, a, b, versions, path],
    },
  ])
  return saved?.rowsAffected === 1
}

/** Takes back what a person found of two answers. False if nothing was found. */
export async function unlinkTexts(
  store: Store,
  of: TextQuestion,
  { a, b }: Pick<TextLink, 'a' | 'b'>,
  { at, actor }: By,
): Promise<boolean> {
  const object = `${objectOf(of)}/${a}+${b}`
  const versions = JSON.stringify((await textVersions(store, of)).map(({ id }) => id))
  const [gone] = await writeAudited(store, { at, actor, action: 'unlink texts', object }, [
    {
      sql: `DELETE FROM text_links WHERE question = ? AND response_seq = ? AND other_seq = ?
        AND response_seq IN (SELECT seq FROM responses
          WHERE seq = ? AND version_id IN (SELECT value FROM json_each(?)))`,
      args: [of.question, a, b, a, versions],
    },
  ])
  return gone?.rowsAffected === 1
}

/** All that was found of pairs of answers to a question. */
export async function listTextLinks(store: Store, of: TextQuestion): Promise<TextLink[]> {
  const versions = JSON.stringify((await textVersions(store, of)).map(({ id }) => id))
  const { rows } = await store.read(
    `SELECT l.response_seq, l.other_seq, l.same
      FROM text_links l JOIN responses r ON r.seq = l.response_seq
      WHERE l.question = ? AND r.version_id IN (SELECT value FROM json_each(?))
      ORDER BY l.response_seq, l.other_seq`,
    [of.question, versions],
  )
  return rows.map((row) => ({
    a: Number(row.response_seq),
    b: Number(row.other_seq),
    same: Number(row.same) === 1,
  }))
}
