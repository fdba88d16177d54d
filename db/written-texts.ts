import type { Store } from './store.ts'
import { editionOf } from './versions.ts'

export interface WrittenText {
  seq: number
  text: string
  mailboxNumber: number | null
  /** The date in Shanghai, in days since 1970. */
  day: number
}

/**
 * What people wrote at one question, newest first: the answers to a text question, the pins that have
 * words as JSON, elsewhere what stands beside "other". `before` is the seq the last page ended with.
 */
export async function writtenTexts(
  store: Store,
  versionId: number,
  questionId: string,
  { limit, before = Number.MAX_SAFE_INTEGER }: { limit: number; before?: number },
): Promise<WrittenText[]> {
  const edition = await editionOf(store, versionId)
  const questions = edition.sections.flatMap((section) => section.questions)
  const kind = questions.find(({ id }) => id === questionId)?.kind
  const from = kind === 'text' ? inAnswers : kind === 'pin' ? inPins : inOthers
  const path = `$."${questionId}"`
  const { rows } = await store.read(from, [path, versionId, before, path, limit])
  return rows.map((row) => ({
    seq: Number(row.seq),
    text: String(row.text),
    mailboxNumber: row.mailbox_number === null ? null : Number(row.mailbox_number),
    day: Number(row.day),
  }))
}

const textsIn = (column: 'answers' | 'others', where = '') => `
  SELECT seq, mailbox_number, day, ${column} ->> ? AS text FROM responses
  WHERE version_id = ? AND seq < ? AND excluded = 0 AND ${column} ->> ? IS NOT NULL ${where}
  ORDER BY seq DESC LIMIT ?`

const inAnswers = textsIn('answers')
const inOthers = textsIn('others')
const inPins = textsIn('answers', `AND text LIKE '%"comment":%'`)
