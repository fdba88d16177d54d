import type { Column } from '../surveys/engine/column.ts'
import { type Columns, emptyColumns } from '../surveys/engine/columns.ts'
import type { Edition } from '../surveys/engine/definition.ts'

export interface GrowingColumns {
  /** Makes room at once for so many more. */
  expect(more: number): void
  append(part: Columns): void
  /**
   * Puts `rows` in the place of what stands under these numbers (`@seq`, ascending): some, none, or one where
   * none was. What was counted so far is then of others. Views already taken keep what they show.
   */
  change(seqs: readonly number[], rows: Columns): void
  /** What is there now. Later growth does not change a view already taken. */
  view(): Columns
}

/** Columns with room to spare, so that one more response costs the same at any size. */
export function growingColumns(edition: Edition, room = 1024): GrowingColumns {
  let count = 0
  let { columns } = emptyColumns(edition, room)
  let view: Columns | undefined
  let grown = {}

  function makeRoom(needed: number) {
    if (needed <= room) return
    room = Math.max(needed, Math.ceil(room * 1.5))
    const wider = emptyColumns(edition, room).columns
    for (const [key, column] of columns) wider.get(key)?.set(column.subarray(0, count))
    columns = wider
  }

  return {
    expect: (more) => makeRoom(count + Math.ceil(more)),
    append(part) {
      if (part.count === 0) return
      makeRoom(count + part.count)
      for (const [key, column] of columns) {
        const added = part.columns.get(key)
        if (!added) throw new Error(`a part of the results has no column ${key}`)
        column.set(added, count)
      }
      count += part.count
      view = undefined
    },
    change(seqs, rows) {
      const [there, given] = [columns, rows.columns].map((some) => some.get('@seq'))
      if (!there || !given) return
      const places = seqs.map((seq) => placeFrom(there, seq, count))
      const isThere = seqs.map(
        (seq, i) => there[places[i] ?? 0] === seq && (places[i] ?? 0) < count,
      )
      const left = isThere.filter(Boolean).length
      const changed = emptyColumns(edition, room + rows.count).columns
      for (const [key, column] of changed) {
        const [before, now] = [columns.get(key), rows.columns.get(key)]
        if (!before || !now) throw new Error(`a part of the results has no column ${key}`)
        let [from, to] = [0, 0]
        let row = 0
        seqs.forEach((seq, i) => {
          const place = places[i] ?? 0
          column.set(before.subarray(from, place), to)
          to += place - from
          from = place + (isThere[i] ? 1 : 0)
          if (given[row] === seq) column[to++] = now[row++] ?? 0
        })
        column.set(before.subarray(from, count), to)
      }
      columns = changed
      room += rows.count
      count += rows.count - left
      grown = {}
      view = undefined
    },
    view() {
      view ??= { count, columns: firstOf(columns, count), grown }
      return view
    },
  }
}

function firstOf(columns: Map<string, Column>, count: number): Map<string, Column> {
  return new Map([...columns].map(([key, column]) => [key, column.subarray(0, count)]))
}

/** Where a number stands in an ascending column, or would. */
function placeFrom(column: Column, wanted: number, count: number): number {
  let [from, to] = [0, count]
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((column[middle] as number) < wanted) from = middle + 1
    else to = middle
  }
  return from
}
