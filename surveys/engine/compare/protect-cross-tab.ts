import type { CrossTab } from '../cross-tab.ts'
import type { Guarded } from '../hide-small.ts'
import { type Cell, type Sum, suppress } from '../suppression/suppress.ts'

export interface ProtectedCrossTab {
  /** As in `CrossTab`, with what must not be told left out. */
  counts: Guarded[][]
  rowBases: Guarded[]
  columnBases: Guarded[]
  both: number
}

/** Whether people stand in one option of a question at most, or in several. */
export interface Picks {
  rows: 'one' | 'several'
  columns: 'one' | 'several'
}

/** Which margins stand on other pages; without it, all that are not small are taken to. */
export interface KnownMargins {
  rows: readonly boolean[]
  columns: readonly boolean[]
}

/**
 * A cross-tab of which no count of 1 to k − 1 people can be worked out closer than k, by somebody who also
 * knows how many chose each option in all: that stands on other pages. Undefined where that cannot be had.
 */
export function protectCrossTab(
  { counts, rowBases, columnBases, both }: CrossTab,
  picks: Picks,
  k: number,
  known?: KnownMargins,
): ProtectedCrossTab | undefined {
  const { cells, sums, add, rest } = drafted()
  const margin = (value: number, isKnown = true) =>
    add(value, isKnown && (value === 0 || value >= k) ? 'told' : 'hidden')
  const everybody = margin(both)
  const inRow = rowBases.map((value, at) => margin(value, known?.rows[at]))
  const inColumn = columnBases.map((value, at) => margin(value, known?.columns[at]))
  const inside = counts.map((row) => row.map((count) => add(count)))
  const columnsOf = (at: number) => inside.map((row) => row[at] as number)
  linked(everybody, inRow, picks.rows, rest)
  linked(everybody, inColumn, picks.columns, rest)
  inside.forEach((row, at) => {
    linked(inRow[at] as number, row, picks.columns, rest)
  })
  inColumn.forEach((total, at) => {
    linked(total, columnsOf(at), picks.rows, rest)
  })
  const hidden = suppress({ cells, sums }, k)
  if (!hidden) return
  const told = (at: number): Guarded => (hidden[at] ? null : (cells[at]?.value ?? null))
  return {
    counts: inside.map((row) => row.map(told)),
    rowBases: inRow.map(told),
    columnBases: inColumn.map(told),
    both,
  }
}

/** Cells and what adds up, as they are put down one by one. */
export function drafted() {
  const cells: Cell[] = []
  const sums: Sum[] = []
  const add = (value: number, fate?: Cell['fate']) =>
    cells.push({ value, ...(fate && { fate }) }) - 1
  const sum = (total: number, parts: readonly number[]) => sums.push({ total, parts })
  /** A sum whose parts may leave some people over, of whom nothing is told. */
  const rest = (total: number, parts: readonly number[]) => {
    const others =
      (cells[total]?.value ?? 0) - parts.reduce((all, at) => all + (cells[at]?.value ?? 0), 0)
    sum(total, [...parts, add(others, 'hidden')])
  }
  return { cells, sums, add, sum, rest }
}

// Where people pick one, all parts and the rest are the total; where several, each part and those without it.
export function linked(
  total: number,
  parts: readonly number[],
  picks: 'one' | 'several',
  rest: (total: number, parts: readonly number[]) => void,
): void {
  if (picks === 'one') rest(total, parts)
  else for (const part of parts) rest(total, [part])
}
