import type { CrossTab } from '../cross-tab.ts'
import type { Guarded } from '../hide-small.ts'
import { type Draft, drafted } from '../suppression/draft.ts'
import { suppress } from '../suppression/suppress.ts'

/** What may be told of a cross-tab; null is hidden. */
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

/**
 * What stands on other pages of each option, null where it is hidden there; without it, all margins that are not
 * small are taken to stand there. They may be of more people, as when not everybody was shown both.
 */
export interface KnownMargins {
  rows: readonly Guarded[]
  columns: readonly Guarded[]
  /** Whether it is known how many of these people chose none. */
  noRow?: boolean
  noColumn?: boolean
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
  const draft = drafted()
  const { cells, sums, add, rest } = draft
  const margin = (value: number, page?: Guarded) => {
    if (page === null) return add(value, 'hidden')
    if (page === undefined) return add(value, value === 0 || value >= k ? 'told' : 'hidden')
    if (page === value) return add(value, 'told')
    const here = add(value)
    rest(add(page, 'told'), [here])
    return here
  }
  const everybody = margin(both)
  const inRow = rowBases.map((value, at) => margin(value, known?.rows[at]))
  const inColumn = columnBases.map((value, at) => margin(value, known?.columns[at]))
  // Of an option whose people are not told elsewhere nothing is told here.
  const isOpen = (row: number, column: number) =>
    known?.rows[row] !== null && known?.columns[column] !== null
  const inside = counts.map((row, r) =>
    row.map((count, c) => add(count, isOpen(r, c) ? undefined : 'hidden')),
  )
  linkCrossed(draft, { everybody, inRow, inColumn, inside }, picks, known)
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

/** The cells of a cross-tab by their place in a draft. */
export interface Crossed {
  everybody: number
  inRow: readonly number[]
  inColumn: readonly number[]
  inside: readonly (readonly number[])[]
}

/**
 * All that adds up in a cross-tab: along rows and columns, and for those as well who are in no row or no column.
 * Their number may be known, and then says how many of them there can be in each row.
 */
export function linkCrossed(
  draft: Draft,
  { everybody, inRow, inColumn, inside }: Crossed,
  picks: Picks,
  known: Pick<KnownMargins, 'noRow' | 'noColumn'> = {},
): void {
  const all = draft.peopleIn(everybody)
  const isNobody = (parts: readonly number[]) =>
    parts.reduce((sum, at) => sum + draft.peopleIn(at), 0) === all
  const noRow = linked(draft, everybody, inRow, picks.rows, known.noRow || isNobody(inRow))
  const noColumn = linked(
    ...([draft, everybody, inColumn, picks.columns] as const),
    known.noColumn || isNobody(inColumn),
  )
  const rowRests = inside.map((row, r) => linked(draft, inRow[r] as number, row, picks.columns))
  const columnRests = inColumn.map((total, c) => {
    const column = inside.map((row) => row[c] as number)
    return linked(draft, total, column, picks.rows)
  })
  // Those who are in neither close the table.
  const neither = noColumn.map((total, at) => {
    const rests = rowRests.map((some) => some[at] as number)
    return linked(draft, total, rests, picks.rows)
  })
  noRow.forEach((total, r) => {
    const rests = columnRests.map((some) => some[r] as number)
    if (picks.columns === 'one') draft.sum(total, [...rests, neither[0]?.[r] as number])
    else
      for (const [c, part] of rests.entries()) draft.sum(total, [part, neither[c]?.[r] as number])
  })
}

/**
 * A total and its parts. Where people pick one, all parts and those in none are the total; where several, each
 * part and those without it are. Gives back those left over: one cell, or one for each part.
 */
export function linked(
  { rest }: Draft,
  total: number,
  parts: readonly number[],
  picks: 'one' | 'several',
  isRestTold?: boolean,
): number[] {
  if (picks === 'one') return [rest(total, parts, isRestTold)]
  return parts.map((part) => rest(total, [part]))
}
