import type { Side } from './compare/side.ts'
import { type CrossTab, crossSides } from './cross-tab.ts'
import type { Selected } from './histogram.ts'
import { keptCount } from './kept.ts'

/** As `crossSides`: of a selection counted now, of everybody kept for as long as both sides only grow. */
export function crossOf(one: Side, other: Side, selected: Selected | undefined): CrossTab {
  if (selected || !other.grown) return crossSides(one, other, selected)
  const { grown, column } = one
  const count = (from: number) => crossSides(after(one, from), after(other, from))
  return keptCount({ grown, count: column.length }, other.grown, 'table', count, merged)
}

const after = (side: Side, from: number): Side => ({ ...side, column: side.column.subarray(from) })

const merged = (a: CrossTab, b: CrossTab): CrossTab => ({
  counts: a.counts.map((row, i) => added(row, b.counts[i])),
  rowBases: added(a.rowBases, b.rowBases),
  columnBases: added(a.columnBases, b.columnBases),
  both: a.both + b.both,
})

const added = (a: readonly number[], b: readonly number[] = []) =>
  a.map((people, i) => people + (b[i] ?? 0))
