import type { Column } from './column.ts'
import type { Columns } from './columns.ts'

const format = 1
const widths = [1, 2, 4, 8] as const

/**
 * Columns as one BLOB: a header line of JSON, padded to eight bytes, then each array on a multiple
 * of eight. Every number is stored in as few bytes as the column's range needs, so ascending
 * sequence numbers and small counts take next to nothing. Little-endian, as every machine here is.
 */
export function columnsToBytes({ count, columns }: Columns): Uint8Array {
  const packed = [...columns].map(([key, column]) => ({ key, ...pack(column) }))
  const header = new TextEncoder().encode(
    JSON.stringify({
      format,
      count,
      columns: packed.map(({ key, kind, as, base }) => [key, kind, as, base]),
    }),
  )
  const start = padded(4 + header.length)
  const size = packed.reduce((sum, { data }) => sum + padded(data.byteLength), start)
  const bytes = new Uint8Array(size)
  new DataView(bytes.buffer).setUint32(0, header.length, true)
  bytes.set(header, 4)
  let at = start
  for (const { data } of packed) {
    bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at)
    at += padded(data.byteLength)
  }
  return bytes
}

/** Reads columns back. Columns that were stored as they are look straight into the bytes given. */
export function columnsFromBytes(source: Uint8Array | ArrayBuffer): Columns {
  const bytes = aligned(source)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const length = view.getUint32(0, true)
  const header: Header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)))
  if (header.format !== format) throw new Error(`columns of format ${header.format} are not known`)
  const columns = new Map<string, Column>()
  let at = bytes.byteOffset + padded(4 + length)
  for (const [key, kind, as, base] of header.columns) {
    const data = arrayOf(as, bytes.buffer, at, header.count)
    columns.set(key, unpack(data, kind, as, base))
    at += padded(data.byteLength)
  }
  return { count: header.count, columns }
}

type Kind = 0 | 1 | 2 | 3

interface Header {
  format: number
  count: number
  columns: [key: string, kind: Kind, as: Kind, base: number][]
}

/** The smallest form that holds a column: whole numbers counted from the least of them. */
function pack(column: Column): { kind: Kind; as: Kind; base: number; data: Column } {
  const kind = kindOf(column)
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  let whole = true
  for (const value of column) {
    if (value < least) least = value
    if (value > most) most = value
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) whole = false
  }
  if (kind === 0 || !whole || column.length === 0) return { kind, as: kind, base: 0, data: column }
  const range = most - least
  const as: Kind = range < 2 ** 8 ? 0 : range < 2 ** 16 ? 1 : range < 2 ** 32 ? 2 : 3
  if (as >= kind) return { kind, as: kind, base: 0, data: column }
  const data = arrayOf(as, new ArrayBuffer(column.length * widths[as]), 0, column.length)
  for (let i = 0; i < column.length; i++) data[i] = (column[i] ?? 0) - least
  return { kind, as, base: least, data }
}

function unpack(data: Column, kind: Kind, as: Kind, base: number): Column {
  if (kind === as) return data
  const column = arrayOf(kind, new ArrayBuffer(data.length * widths[kind]), 0, data.length)
  for (let i = 0; i < data.length; i++) column[i] = (data[i] ?? 0) + base
  return column
}

function arrayOf(kind: Kind, buffer: ArrayBufferLike, at: number, count: number): Column {
  switch (kind) {
    case 0:
      return new Uint8Array(buffer, at, count)
    case 1:
      return new Uint16Array(buffer, at, count)
    case 2:
      return new Uint32Array(buffer, at, count)
    case 3:
      return new Float64Array(buffer, at, count)
  }
}

function kindOf(column: Column): Kind {
  if (column instanceof Uint8Array) return 0
  if (column instanceof Uint16Array) return 1
  return column instanceof Uint32Array ? 2 : 3
}

// A BLOB arrives as a Buffer out of a shared pool or as an ArrayBuffer, depending on the call.
function aligned(source: Uint8Array | ArrayBuffer): Uint8Array {
  if (source instanceof ArrayBuffer) return new Uint8Array(source)
  return source.byteOffset % 8 === 0 ? source : new Uint8Array(source)
}

function padded(length: number): number {
  return Math.ceil(length / 8) * 8
}
