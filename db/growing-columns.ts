import type { Column } from '../surveys/engine/column.ts'
import { type Columns, emptyColumns } from '../surveys/engine/columns.ts'
import type { Edition } from '../surveys/engine/definition.ts'

export interface GrowingColumns {
  append(part: Columns): void
  /** What is there now. Later growth does not change a view already taken. */
  view(): Columns
}

/** Columns with room to spare, so that one more response costs the same at any size. */
export function growingColumns(edition: Edition, room = 1024): GrowingColumns {
  let count = 0
  let { columns } = emptyColumns(edition, room)
  let view: Columns | undefined
  const grown = {}

  function makeRoom(needed: number) {
    if (needed <= room) return
    room = Math.max(needed, Math.ceil(room * 1.5))
    const wider = emptyColumns(edition, room).columns
    for (const [key, column] of columns) wider.get(key)?.set(column.subarray(0, count))
    columns = wider
  }

  return {
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
    view() {
      view ??= { count, columns: firstOf(columns, count), grown }
      return view
    },
  }
}

function firstOf(columns: Map<string, Column>, count: number): Map<string, Column> {
  return new Map([...columns].map(([key, column]) => [key, column.subarray(0, count)]))
}
