import {
  type ColumnRow,
  type Columns,
  concatColumns,
  encodeColumns,
} from '../surveys/engine/columns.ts'
import type { Edition } from '../surveys/engine/definition.ts'
import {
  type ChunkKey,
  chunkSize,
  insertChunk,
  listChunks,
  type Range,
  uncovered,
} from './chunks.ts'
import { readColumnRows } from './response-rows.ts'
import type { Store } from './store.ts'

/**
 * Turns responses that no chunk covers into chunks: gaps always, the tail once it fills one.
 * Safe beside every other write and on several hosts at once. Returns how many chunks it added.
 */
export async function sealDueChunks(
  store: Store,
  versionId: number,
  edition: Edition,
  size = chunkSize,
): Promise<number> {
  let sealed = 0
  const chunks = await listChunks(store, versionId)
  for await (const piece of unsealedPieces(store, versionId, chunks, size)) {
    if (!piece.isDue) continue
    if (await seal(store, versionId, piece, await encodeCalmly(edition, piece.rows))) sealed++
  }
  return sealed
}

/** Responses that no chunk covers, in pieces no larger than a chunk. */
export interface Piece extends Range {
  rows: ColumnRow[]
  revisions: number
  /** No more responses can come into this range. */
  isDue: boolean
}

/** What is not sealed yet, in the order of the seqs; the last piece may be empty. */
export async function* unsealedPieces(
  store: Store,
  versionId: number,
  chunks: readonly ChunkKey[],
  size = chunkSize,
): AsyncGenerator<Piece> {
  for (const range of uncovered(chunks)) {
    let from = range.from
    while (from <= range.to) {
      const { rows, revisions } = await readPiece(store, versionId, { from, to: range.to }, size)
      const isFull = rows.length === size
      // The last chunk of a gap reaches to its end, so that chunks stand shoulder to shoulder.
      const to = isFull ? (rows.at(-1)?.seq ?? range.to) : range.to
      yield { from, to, rows, revisions, isDue: isFull || to < Number.MAX_SAFE_INTEGER }
      from = to + 1
    }
  }
}

/** False when a response of the piece has changed since it was read, or it was sealed already. */
export async function seal(
  store: Store,
  versionId: number,
  piece: Piece,
  columns: Columns,
): Promise<boolean> {
  const [added] = await store.write([insertChunk(versionId, piece, columns, piece.revisions)])
  return added?.rowsAffected === 1
}

/** Columns of many rows, with a pause now and then: the rest of the house must not wait for them. */
export async function encodeCalmly(edition: Edition, rows: readonly ColumnRow[]): Promise<Columns> {
  const parts = [encodeColumns(edition, rows.slice(0, rowsBetweenBreaths))]
  for (let at = rowsBetweenBreaths; at < rows.length; at += rowsBetweenBreaths) {
    await breath()
    parts.push(encodeColumns(edition, rows.slice(at, at + rowsBetweenBreaths)))
  }
  return concatColumns(parts)
}

/** Lets requests that wait be served between two parts of long work. */
export function breath(): Promise<void> {
  return new Promise((ready) => setTimeout(ready, 0))
}

/** A long questionnaire takes some 50 µs to encode. */
export const rowsBetweenBreaths = 256

// A server limits how much it sends at once.
const rowsAtOnce = 1024

async function readPiece(store: Store, versionId: number, { from, to }: Range, size: number) {
  const rows: ColumnRow[] = []
  let revisions = 0
  let next = from
  while (rows.length < size) {
    const limit = Math.min(rowsAtOnce, size - rows.length)
    const found = await readColumnRows(store, versionId, { from: next, to, limit })
    for (const { revision, ...row } of found) {
      rows.push(row)
      revisions += revision
    }
    if (found.length < limit) break
    next = (found.at(-1)?.seq ?? to) + 1
    await breath()
  }
  return { rows, revisions }
}
