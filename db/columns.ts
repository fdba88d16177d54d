import {
  type ColumnRow,
  type Columns,
  concatColumns,
  encodeColumns,
} from '../surveys/engine/columns.ts'
import type { Edition } from '../surveys/engine/definition.ts'
import { type ChunkKey, listChunks, readChunks } from './chunks.ts'
import { isOutage } from './faults.ts'
import { type GrowingColumns, growingColumns } from './growing-columns.ts'
import { readColumnRows } from './response-rows.ts'
import { sealSoon } from './seal-soon.ts'
import {
  breath,
  encodeCalmly,
  type Piece,
  rowsBetweenBreaths,
  seal,
  sealDueChunks,
  unsealedPieces,
} from './sealing.ts'
import type { Store } from './store.ts'
import { frozenEdition, listAllVersions } from './versions.ts'

/**
 * All responses to a version as columns, in the order they came. Sealed chunks are read as they
 * are, the rest from the responses themselves. Where this process alone writes, they are kept in
 * memory and only what is new is read.
 */
export function versionColumns(
  store: Store,
  versionId: number,
  edition: Edition,
): Promise<Columns> {
  return store.alone
    ? keptColumns(store, versionId, edition)
    : freshColumns(store, versionId, edition)
}

/** To be called when a response was corrected, deleted, excluded or let in again: it is read anew next time. */
export function rereadResponse(store: Store, versionId: number, seq: number) {
  const entry = kept.get(store)?.get(versionId)
  entry?.changed.add(seq)
  if (entry && entry.changed.size > mostChanged) forgetColumns(store, versionId)
}

/** To be called when nothing that is remembered of a version may be relied on. */
export function forgetColumns(store: Store, versionId: number) {
  kept.get(store)?.delete(versionId)
}

/** Throws away every chunk and seals all again from the responses. Returns chunks by version. */
export async function rebuildColumns(store: Store): Promise<Map<number, number>> {
  const sealed = new Map<number, number>()
  for (const version of await listAllVersions(store)) {
    await store.write([{ sql: 'DELETE FROM chunks WHERE version_id = ?', args: [version.id] }])
    const edition = await frozenEdition(store, version)
    sealed.set(version.id, await sealDueChunks(store, version.id, edition))
    forgetColumns(store, version.id)
  }
  return sealed
}

interface Kept {
  growing: GrowingColumns
  lastSeq: number
  /** Responses that are not any more what they were when they were read. */
  changed: Set<number>
  /** Readings take turns, so that no response is added twice. */
  turn: Promise<unknown>
}

const kept = new WeakMap<Store, Map<number, Kept>>()
const mostChanged = 1_000

async function keptColumns(store: Store, versionId: number, edition: Edition): Promise<Columns> {
  const versions = kept.get(store) ?? new Map<number, Kept>()
  kept.set(store, versions)
  const known = versions.get(versionId)
  const entry: Kept = known ?? {
    ...{ growing: growingColumns(edition), lastSeq: 0, changed: new Set<number>() },
    turn: Promise.resolve(),
  }
  versions.set(versionId, entry)
  const reading = entry.turn.then(async () => {
    const isFirst = entry.lastSeq === 0
    if (isFirst) await addChunks(store, versionId, edition, entry)
    await readChanged(store, versionId, edition, entry)
    const before = entry.growing.view().count
    await addRows(store, versionId, edition, entry, Number.MAX_SAFE_INTEGER)
    // Whoever stopped last time left these unsealed.
    if (isFirst) sealSoon(store, versionId, entry.growing.view().count - before)
    return entry.growing.view()
  })
  // A reading that failed half-way is forgotten whole.
  entry.turn = reading.catch(() => versions.get(versionId) === entry && versions.delete(versionId))
  return reading
}

async function addChunks(store: Store, versionId: number, edition: Edition, entry: Kept) {
  const keys = await listChunks(store, versionId)
  // And for those that come next: growing while a million are read would copy them again and again.
  entry.growing.expect(1.1 * keys.reduce((sum, { count }) => sum + count, 0))
  for (let at = 0; at < keys.length; at += chunksAtOnce) {
    const some = keys.slice(at, at + chunksAtOnce)
    const found = await readChunks(store, versionId, some)
    for (const key of some) {
      const columns = found.get(key.token)
      if (!columns) continue
      await addRows(store, versionId, edition, entry, key.firstSeq - 1)
      entry.growing.append(columns)
      entry.lastSeq = key.lastSeq
    }
    await breath()
  }
}

async function readChanged(store: Store, versionId: number, edition: Edition, entry: Kept) {
  // What has not been read yet is about to be read as it is now.
  const seqs = [...entry.changed].filter((seq) => seq <= entry.lastSeq).sort((a, b) => a - b)
  entry.changed.clear()
  if (seqs.length === 0) return
  const rows: ColumnRow[] = []
  for (const seq of seqs) {
    rows.push(...(await readColumnRows(store, versionId, { from: seq, to: seq, limit: 1 })))
  }
  entry.growing.change(seqs, encodeColumns(edition, rows))
}

async function addRows(store: Store, versionId: number, edition: Edition, entry: Kept, to: number) {
  while (entry.lastSeq < to) {
    const range = { from: entry.lastSeq + 1, to, limit: rowsBetweenBreaths }
    const rows = await readColumnRows(store, versionId, range)
    if (rows.length === 0) return
    entry.growing.append(encodeColumns(edition, rows))
    entry.lastSeq = rows.at(-1)?.seq ?? entry.lastSeq
    if (rows.length < rowsBetweenBreaths) return
    await breath()
  }
}

async function freshColumns(store: Store, versionId: number, edition: Edition): Promise<Columns> {
  const keys = await listChunks(store, versionId)
  const chunks = await knownChunks(store, versionId, keys)
  const parts: { from: number; columns: Columns }[] = []
  for (const { firstSeq, token } of keys) {
    const columns = chunks.get(token)
    if (columns) parts.push({ from: firstSeq, columns })
  }
  const present = keys.filter(({ token }) => chunks.has(token))
  for await (const piece of unsealedPieces(store, versionId, present)) {
    const columns = await encodeCalmly(edition, piece.rows)
    parts.push({ from: piece.from, columns })
    if (piece.isDue) await leaveSealed(store, versionId, piece, columns)
  }
  parts.sort((one, other) => one.from - other.from)
  return concatColumns(parts.map((part) => part.columns))
}

// Whoever has read a full piece leaves it sealed for the next; where that cannot be written now, it is read again.
async function leaveSealed(store: Store, versionId: number, piece: Piece, columns: Columns) {
  try {
    await seal(store, versionId, piece, columns)
  } catch (error) {
    if (!isOutage(error)) throw error
  }
}

// What an isolate has read once it need not read again, whichever request opened the store.
const readBefore = new Map<string, Columns>()
const mostReadBefore = 400

async function knownChunks(store: Store, versionId: number, keys: readonly ChunkKey[]) {
  const chunks = new Map<string, Columns>()
  const missing: ChunkKey[] = []
  for (const key of keys) {
    const columns = readBefore.get(key.token)
    if (columns) chunks.set(key.token, columns)
    else missing.push(key)
  }
  for (let at = 0; at < missing.length; at += chunksAtOnce) {
    const found = await readChunks(store, versionId, missing.slice(at, at + chunksAtOnce))
    for (const [token, columns] of found) {
      chunks.set(token, columns)
      if (readBefore.size >= mostReadBefore) readBefore.clear()
      readBefore.set(token, columns)
    }
  }
  return chunks
}

const chunksAtOnce = 32
