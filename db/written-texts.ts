import type { Columns } from '../surveys/engine/columns.ts'
import { pathTo } from './answer-path.ts'
import type { Store } from './store.ts'
import { editionOf } from './versions.ts'

/** What one person wrote at one question. */
export interface WrittenText {
  seq: number
  text: string
  mailboxNumber: number | null
  /** The date in Shanghai, in days since 1970. */
  day: number
}

/**
 * What people wrote at one question, newest first: the answers to a text question, the pins that have
 * words as JSON, elsewhere what stands beside "other". `before` is the seq the last page ended with, `after` one that
 * has been seen.
 */
export async function writtenTexts(
  store: Store,
  versionId: number,
  questionId: string,
  {
    limit,
    before = Number.MAX_SAFE_INTEGER,
    after = 0,
  }: { limit: number; before?: number; after?: number },
): Promise<WrittenText[]> {
  const edition = await editionOf(store, versionId)
  const questions = edition.sections.flatMap((section) => section.questions)
  const kind = questions.find(({ id }) => id === questionId)?.kind
  const from = kind === 'text' ? inAnswers : kind === 'pin' ? inPins : inOthers
  const path = pathTo(questionId)
  const { rows } = await store.read(from, [path, versionId, after, before, path, limit])
  return rows.map((row) => ({
    seq: Number(row.seq),
    text: String(row.text),
    mailboxNumber: row.mailbox_number === null ? null : Number(row.mailbox_number),
    day: Number(row.day),
  }))
}

/**
 * The newest of them among these responses, `newestKept` at most. Of columns that only grow, what was found
 * before is kept: a question to which hardly anybody writes is not looked for through all responses again.
 */
export async function newestTexts(
  store: Store,
  versionId: number,
  questionId: string,
  { grown, columns }: Columns,
): Promise<WrittenText[]> {
  const last = columns.get('@seq')?.at(-1) ?? 0
  const questions = newest.get(grown ?? {}) ?? new Map<string, Newest>()
  const known = questions.get(questionId)
  if (known?.last === last) return known.texts
  const after = known && known.last < last ? known : { last: 0, texts: [] }
  const range = { limit: newestKept, after: after.last, before: last + 1 }
  const found = await writtenTexts(store, versionId, questionId, range)
  const texts = [...found, ...after.texts].slice(0, newestKept)
  if (grown) newest.set(grown, questions.set(questionId, { last, texts }))
  return texts
}

interface Newest {
  last: number
  texts: WrittenText[]
}

/** One more than a page holds tells whether there is another. */
export const newestKept = 51

// By what grows: where a response was changed, that is another.
const newest = new WeakMap<object, Map<string, Newest>>()

const textsIn = (column: 'answers' | 'others', where = '') => `
  SELECT seq, mailbox_number, day, ${column} ->> ? AS text FROM responses
  WHERE version_id = ? AND seq > ? AND seq < ? AND excluded = 0 AND ${column} ->> ? IS NOT NULL ${where}
  ORDER BY seq DESC LIMIT ?`

const inAnswers = textsIn('answers')
const inOthers = textsIn('others')
const inPins = textsIn('answers', `AND text LIKE '%"comment":%'`)
