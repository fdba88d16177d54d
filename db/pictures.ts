import type { Row } from '@libsql/client'
import { pathTo } from './answer-path.ts'
import { pictureCodes } from './schema.ts'
import type { Statement, Store } from './store.ts'

/** A drawing or a photo by the place of its response, with what staff saw in it. */
export interface Picture {
  seq: number
  /** The drawing's strokes as JSON; of a photo the id of its file. */
  answer: string
  codes: string[]
}

export type PhotoState = 'held' | 'approved'

/** Which question of which version the pictures answer. */
export interface PictureQuestion {
  versionId: number
  question: string
}

interface Page {
  limit: number
  /** The seq the last page ended with. */
  before?: number | undefined
  /** Only those staff gave this code. */
  code?: string | undefined
}

/** Drawings, newest first. */
export async function listDrawings(
  store: Store,
  { versionId, question }: PictureQuestion,
  { limit, before = Number.MAX_SAFE_INTEGER, code }: Page,
): Promise<Picture[]> {
  const path = pathTo(question)
  const { rows } = await store.read(
    `SELECT r.seq, r.answers ->> ? AS answer, ${codesOf} AS codes FROM responses r
      WHERE r.version_id = ? AND r.seq < ? AND r.answers ->> ? IS NOT NULL AND ${hasCode}
      ORDER BY r.seq DESC LIMIT ?`,
    [path, question, versionId, before, path, code ?? null, question, code ?? null, limit],
  )
  return rows.map(toPicture)
}

/** Photos in this state, newest first. One that was refused is not there any more. */
export async function listPhotos(
  store: Store,
  { versionId, question }: PictureQuestion,
  state: PhotoState,
  { limit, before = Number.MAX_SAFE_INTEGER, code }: Page,
): Promise<Picture[]> {
  const { rows } = await store.read(
    `SELECT r.seq, f.id AS answer, ${codesOf} AS codes FROM files f
      JOIN responses r ON r.id = f.response_id
      WHERE ${ofQuestion} AND f.state = ? AND r.seq < ? AND ${hasCode}
      ORDER BY r.seq DESC LIMIT ?`,
    [
      ...[question, ...asked(versionId, question), state, before],
      ...[code ?? null, question, code ?? null, limit],
    ],
  )
  return rows.map(toPicture)
}

/** How many photos wait, and how many may be shown. */
export async function photoCounts(
  store: Store,
  { versionId, question }: PictureQuestion,
): Promise<Record<PhotoState, number>> {
  const { rows } = await store.read(
    `SELECT f.state, count(*) AS photos FROM files f JOIN responses r ON r.id = f.response_id
      WHERE ${ofQuestion} GROUP BY f.state`,
    asked(versionId, question),
  )
  const counted = new Map(rows.map(({ state, photos }) => [String(state), Number(photos)]))
  return { held: counted.get('held') ?? 0, approved: counted.get('approved') ?? 0 }
}

/** Where photos wait, and how many. */
export interface WaitingPhotos {
  consultation: string
  audience: string
  question: string
  version: number
  photos: number
}

/** Photos nobody has looked at yet, of all versions: an older one's must not be forgotten. */
export async function waitingPhotos(store: Store): Promise<WaitingPhotos[]> {
  const { rows } = await store.read(
    `SELECT f.consultation_id, f.audience, f.question, v.number, count(*) AS photos
      FROM files f JOIN responses r ON r.id = f.response_id JOIN versions v ON v.id = r.version_id
      WHERE f.purpose = 'photo' AND f.state = 'held' GROUP BY 1, 2, 3, 4`,
  )
  return rows.map((row) => ({
    ...{ consultation: String(row.consultation_id), audience: String(row.audience) },
    ...{ question: String(row.question), version: Number(row.number), photos: Number(row.photos) },
  }))
}

/** Every code given so far, and to how many pictures; the most used first. */
export async function codeCounts(
  store: Store,
  { versionId, question }: PictureQuestion,
): Promise<{ code: string; pictures: number }[]> {
  const { rows } = await store.read(
    `SELECT code, count(*) AS pictures FROM picture_codes WHERE version_id = ? AND question = ?
      GROUP BY code ORDER BY pictures DESC, code`,
    [versionId, question],
  )
  return rows.map(({ code, pictures }) => ({ code: String(code), pictures: Number(pictures) }))
}

/** What one response answered to this question, as it is stored; undefined where it did not. */
export async function findPicture(
  store: Store,
  { versionId, question }: PictureQuestion,
  seq: number,
): Promise<string | undefined> {
  const { rows } = await store.read(
    'SELECT answers ->> ? AS answer FROM responses WHERE version_id = ? AND seq = ?',
    [pathTo(question), versionId, seq],
  )
  const answer = rows[0]?.answer
  return answer === null || answer === undefined ? undefined : String(answer)
}

/** The statement that gives a picture a code. */
export const pictureCodeAdded = (
  store: Store,
  { versionId, question }: PictureQuestion,
  responseSeq: number,
  code: string,
): Statement =>
  store.orm
    .insert(pictureCodes)
    .values({ versionId, question, responseSeq, code })
    .onConflictDoNothing()

/** The statement that takes a code from a picture. */
export const pictureCodeRemoved = (
  { versionId, question }: PictureQuestion,
  seq: number,
  code: string,
): Statement => ({
  sql: `DELETE FROM picture_codes
    WHERE version_id = ? AND question = ? AND response_seq = ? AND code = ?`,
  args: [versionId, question, seq, code],
})

const codesOf = `(SELECT json_group_array(code) FROM
  (SELECT code FROM picture_codes WHERE response_seq = r.seq AND question = ? ORDER BY code))`

const hasCode = `(? IS NULL OR EXISTS (SELECT 1 FROM picture_codes
  WHERE response_seq = r.seq AND question = ? AND code = ?))`

const ofQuestion = `f.purpose = 'photo' AND f.question = ? AND r.version_id = ?
  AND r.answers ->> ? = f.id`

const asked = (versionId: number, question: string) => [question, versionId, pathTo(question)]

function toPicture(row: Row): Picture {
  return {
    seq: Number(row.seq),
    answer: String(row.answer),
    codes: JSON.parse(String(row.codes)),
  }
}
