import type { Columns } from '../surveys/engine/columns.ts'
import { readingOn } from './read-on.ts'
import { breath } from './sealing.ts'
import type { Store } from './store.ts'

const atOnce = 10_000

/** How responses came, beside what they say; by seq. */
export interface Circumstances {
  /** Who took so many seconds, where that is known. */
  bySeconds: ReadonlyMap<number, readonly number[]>
  /** Those a volunteer sent without saying that it was read aloud and agreed to. */
  unrecorded: readonly number[]
}

/**
 * How the responses of these columns came. A piece is read at a time, gathered by the database, because residents
 * who send their answers meanwhile must not wait; where columns only grow, only those who came since the last time.
 */
export async function findCircumstances(
  store: Store,
  versionId: number,
  { columns, grown }: Columns,
): Promise<Circumstances> {
  const seqs = columns.get('@seq') ?? []
  return read(grown, 'circumstances', async (before) => {
    for (let at = placeAfter(seqs, before.last); at < seqs.length; at += atOnce) {
      const [from, to] = [seqs[at], seqs[Math.min(at + atOnce, seqs.length) - 1]]
      const { rows } = await store.read(piece, [versionId, Number(from), Number(to)])
      for (const row of rows) add(before, row.seconds, JSON.parse(String(row.seqs)), row.unrecorded)
      before.last = Number(to)
      await breath()
    }
    return before
  })
}

interface Found extends Circumstances {
  bySeconds: Map<number, number[]>
  unrecorded: number[]
  last: number
}

const read = readingOn((): Found => ({ bySeconds: new Map(), unrecorded: [], last: 0 }))

function add(
  { bySeconds, unrecorded }: Found,
  seconds: unknown,
  seqs: number[],
  isUnrecorded: unknown,
) {
  if (isUnrecorded === 1) unrecorded.push(...seqs)
  if (seconds === null) return
  const alike = bySeconds.get(Number(seconds))
  if (alike) alike.push(...seqs)
  else bySeconds.set(Number(seconds), seqs)
}

function placeAfter(seqs: ArrayLike<number>, last: number): number {
  let at = seqs.length
  while (at > 0 && Number(seqs[at - 1]) > last) at--
  return at
}

const piece = `SELECT seconds, coalesce(assistance ->> '$.consented' = 'unrecorded', 0) AS unrecorded,
    json_group_array(seq) AS seqs FROM responses
  WHERE version_id = ? AND seq BETWEEN ? AND ? AND excluded = 0
    AND (seconds IS NOT NULL OR assistance IS NOT NULL) GROUP BY 1, 2`
