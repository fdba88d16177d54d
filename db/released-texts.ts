import { pathTo, pathToNamedIn } from './answer-path.ts'
import { type By, writeAudited } from './audit.ts'
import type { Statement, Store } from './store.ts'

/** Which text: what the response with this seq says at this question. */
export interface TextPlace {
  seq: number
  question: string
}

/** The wording of a text that everybody may read, once somebody else than its author has released it. */
export interface ReleasedText extends TextPlace {
  text: string
  proposedAt: number
  proposedBy: string
  releasedAt: number | null
  releasedBy: string | null
}

/**
 * Proposes a wording in place of the one that stood there `before`, proposed or released. False if the response
 * is not one of this consultation's or says nothing there, or by now another wording stands there.
 */
export async function proposeText(
  store: Store,
  consultationId: string,
  { seq, question }: TextPlace,
  text: string,
  { at, actor }: By,
  before?: string,
): Promise<boolean> {
  const object = `${consultationId}/${question}/${seq}`
  const path = pathTo(question)
  const [changed] = await writeAudited(store, { at, actor, action: 'propose text', object }, [
    {
      sql: `INSERT INTO released_texts
        (response_seq, question, consultation_id, text, proposed_at, proposed_by)
        SELECT r.seq, ?, v.consultation_id, ?, ?, ?
        FROM responses r JOIN versions v ON v.id = r.version_id
        WHERE r.seq = ? AND v.consultation_id = ?
          AND coalesce(r.answers ->> ?, r.others ->> ?) IS NOT NULL
        ON CONFLICT DO UPDATE SET text = excluded.text, proposed_at = excluded.proposed_at,
          proposed_by = excluded.proposed_by, released_at = NULL, released_by = NULL
          WHERE text = ?`,
      args: [question, text, at, actor, seq, consultationId, path, path, before ?? null],
    },
  ])
  return changed?.rowsAffected === 1
}

/**
 * Releases the wording that was proposed at that moment, if somebody else proposed it. False otherwise: a
 * wording that was changed meanwhile has been seen by one person only.
 */
export async function releaseText(
  store: Store,
  consultationId: string,
  { seq, question }: TextPlace,
  proposedAt: number,
  { at, actor }: By,
): Promise<boolean> {
  const object = `${consultationId}/${question}/${seq}`
  const [changed] = await writeAudited(store, { at, actor, action: 'release text', object }, [
    {
      sql: `UPDATE released_texts SET released_at = ?, released_by = ?
        WHERE response_seq = ? AND question = ? AND consultation_id = ? AND proposed_at = ?
          AND released_at IS NULL AND proposed_by <> ?`,
      args: [at, actor, seq, question, consultationId, proposedAt, actor],
    },
  ])
  return changed?.rowsAffected === 1
}

/** Takes a proposal or a released wording back. False if there is none. */
export async function takeTextBack(
  store: Store,
  consultationId: string,
  { seq, question }: TextPlace,
  { at, actor }: By,
): Promise<boolean> {
  const object = `${consultationId}/${question}/${seq}`
  const [changed] = await writeAudited(store, { at, actor, action: 'take text back', object }, [
    {
      sql: `DELETE FROM released_texts
        WHERE response_seq = ? AND question = ? AND consultation_id = ?`,
      args: [seq, question, consultationId],
    },
  ])
  return changed?.rowsAffected === 1
}

/** Every wording of a consultation, proposed or released; of one question only where it is named; none of excluded responses. Oldest response first. */
export async function listTexts(
  store: Store,
  consultationId: string,
  question?: string,
): Promise<ReleasedText[]> {
  const { rows } = await store.read(
    `SELECT t.response_seq, t.question, t.text, t.proposed_at, t.proposed_by, t.released_at, t.released_by
      FROM released_texts t JOIN responses r ON r.seq = t.response_seq
      WHERE t.consultation_id = ? AND (? IS NULL OR t.question = ?) AND r.excluded = 0
      ORDER BY t.response_seq`,
    [consultationId, question ?? null, question ?? null],
  )
  return rows.map((row) => ({
    seq: Number(row.response_seq),
    question: String(row.question),
    text: String(row.text),
    proposedAt: Number(row.proposed_at),
    proposedBy: String(row.proposed_by),
    releasedAt: row.released_at === null ? null : Number(row.released_at),
    releasedBy: row.released_by === null ? null : String(row.released_by),
  }))
}

/** The wordings that two people agreed on: all that may be shown outside the desk. */
export async function listReleasedTexts(
  store: Store,
  consultationId: string,
  question?: string,
): Promise<ReleasedText[]> {
  return (await listTexts(store, consultationId, question)).filter(
    ({ releasedAt }) => releasedAt !== null,
  )
}

/** Takes away all that staff made of the texts of a response that is about to go. */
export const removeTextWork = (locator: string): Statement[] =>
  textWork.flatMap(({ table, key }) => ({
    sql: `DELETE FROM ${table} WHERE ${key} = (SELECT seq FROM responses WHERE locator = ?)`,
    args: [locator],
  }))

/** The same for those texts only that the correction to `answers` and `others` (JSON) will change. */
export const removeStaleTextWork = (
  locator: string,
  answers: string,
  others: string,
): Statement[] =>
  textWork.map(({ table, key }) => {
    const path = pathToNamedIn(`${table}.question`)
    return {
      sql: `DELETE FROM ${table} WHERE EXISTS (
        SELECT 1 FROM responses r WHERE r.locator = ? AND r.seq = ${table}.${key} AND (
          r.answers ->> ${path} IS NOT ? ->> ${path} OR r.others ->> ${path} IS NOT ? ->> ${path}))`,
      args: [locator, answers, others],
    }
  })

const textWork = [
  { table: 'released_texts', key: 'response_seq' },
  { table: 'codings', key: 'response_seq' },
  { table: 'text_links', key: 'response_seq' },
  { table: 'text_links', key: 'other_seq' },
]
