import { columnsFromBytes, columnsToBytes } from '../surveys/engine/column-bytes.ts'
import type { Columns } from '../surveys/engine/columns.ts'
import type { Statement, Store } from './store.ts'

/** How many responses one sealed chunk holds, at most. */
export const chunkSize = 4096

/** Which responses a chunk stands for. What was read under a token stays true. */
export interface ChunkKey {
  firstSeq: number
  lastSeq: number
  /** How many responses it holds. */
  count: number
  token: string
}

/** From this seq to that, both included. */
export interface Range {
  from: number
  to: number
}

/** The sealed chunks of a version, in the order of their seqs. */
export async function listChunks(store: Store, versionId: number): Promise<ChunkKey[]> {
  const { rows } = await store.read(
    'SELECT first_seq, last_seq, count, token FROM chunks WHERE version_id = ? ORDER BY first_seq',
    [versionId],
  )
  return rows.map((row) => ({
    firstSeq: Number(row.first_seq),
    lastSeq: Number(row.last_seq),
    count: Number(row.count),
    token: String(row.token),
  }))
}

/** What no chunk covers: gaps that a change left, and at the end the tail, which has no end. */
export function uncovered(chunks: readonly ChunkKey[]): Range[] {
  const ranges: Range[] = []
  let from = 1
  for (const chunk of chunks) {
    if (chunk.firstSeq > from) ranges.push({ from, to: chunk.firstSeq - 1 })
    from = chunk.lastSeq + 1
  }
  ranges.push({ from, to: Number.MAX_SAFE_INTEGER })
  return ranges
}

/** The columns of all chunks from the first to the last of these, by token. */
export async function readChunks(
  store: Store,
  versionId: number,
  keys: readonly ChunkKey[],
): Promise<Map<string, Columns>> {
  const { rows } = await store.read(
    'SELECT token, data FROM chunks WHERE version_id = ? AND first_seq BETWEEN ? AND ?',
    [versionId, keys[0]?.firstSeq ?? 0, keys.at(-1)?.firstSeq ?? 0],
  )
  return new Map(rows.map((row) => [String(row.token), columnsFromBytes(bytesOf(row.data))]))
}

/**
 * Adds a chunk unless a response in its range has changed since it was read, or another host was
 * quicker: a deleted answer can never come back this way.
 */
export function insertChunk(
  versionId: number,
  { from, to }: Range,
  columns: Columns,
  revisions: number,
): Statement {
  const range = [versionId, from, to]
  return {
    sql: `INSERT INTO chunks (version_id, first_seq, last_seq, count, revisions, token, data)
      SELECT ?, ?, ?, ?, ?, ?, ?
      WHERE (SELECT count(*) FROM responses
        WHERE version_id = ? AND seq BETWEEN ? AND ? AND excluded = 0) = ?
      AND (SELECT coalesce(sum(revision), 0) FROM responses
        WHERE version_id = ? AND seq BETWEEN ? AND ? AND excluded = 0) = ?
      AND NOT EXISTS (SELECT 1 FROM chunks WHERE version_id = ? AND first_seq <= ? AND last_seq >= ?)`,
    args: [
      ...[...range, columns.count, revisions, crypto.randomUUID()],
      exactBuffer(columnsToBytes(columns)),
      ...[...range, columns.count],
      ...[...range, revisions],
      ...[versionId, to, from],
    ],
  }
}

// A BLOB comes back as an ArrayBuffer or a Buffer, depending on the engine.
function bytesOf(value: unknown): Uint8Array | ArrayBuffer {
  if (value instanceof ArrayBuffer || value instanceof Uint8Array) return value
  throw new Error('a chunk is not a BLOB')
}

// Never a view into something larger: what is bound is the whole buffer.
function exactBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer
}
