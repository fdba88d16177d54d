import type { CrossTab } from '../cross-tab.ts'
import type { Guarded } from '../hide-small.ts'
import { suppress } from '../suppression/suppress.ts'
import { drafted, linked, type Picks, type ProtectedCrossTab } from './protect-cross-tab.ts'

/**
 * A protected cross-tab whose columns are put together: `places` says of each column which of `groups` it is
 * in, −1 where in none. Both tables can be looked at, so a group is told only where, beside the columns told
 * before, no count of 1 to k − 1 people becomes known closer than k. Undefined where that cannot be had.
 */
export function groupColumns(
  raw: CrossTab,
  told: ProtectedCrossTab,
  { places, groups }: { places: readonly number[]; groups: number },
  picks: Picks['rows'],
  k: number,
): ProtectedCrossTab | undefined {
  const { cells, sums, add, sum, rest } = drafted()
  const before = (value: number, known: Guarded = null) =>
    add(value, known === null ? 'hidden' : 'told')
  const everybody = before(raw.both, told.both)
  const inRow = raw.rowBases.map((value, at) => before(value, told.rowBases[at]))
  const inColumn = raw.columnBases.map((value, at) => before(value, told.columnBases[at]))
  const inside = raw.counts.map((row, r) =>
    row.map((value, c) => before(value, told.counts[r]?.[c])),
  )
  linked(everybody, inRow, picks, rest)
  rest(everybody, inColumn)
  inside.forEach((row, at) => {
    rest(inRow[at] as number, row)
  })
  inColumn.forEach((total, at) => {
    linked(
      total,
      inside.map((row) => row[at] as number),
      picks,
      rest,
    )
  })
  const grouped = (parts: readonly number[]) =>
    Array.from({ length: groups }, (_, group) => {
      const members = parts.filter((_, at) => places[at] === group)
      const total = add(members.reduce((all, at) => all + (cells[at]?.value ?? 0), 0))
      sum(total, members)
      return total
    })
  const bases = grouped(inColumn)
  const rows = inside.map(grouped)
  bases.forEach((total, at) => {
    linked(
      total,
      rows.map((row) => row[at] as number),
      picks,
      rest,
    )
  })
  const hidden = suppress({ cells, sums }, k)
  if (!hidden) return
  const value = (at: number): Guarded => (hidden[at] ? null : (cells[at]?.value ?? null))
  return {
    counts: rows.map((row) => row.map(value)),
    rowBases: told.rowBases,
    columnBases: bases.map(value),
    both: told.both,
  }
}

/** One question's counts put together; told where every part is, or where all that is hidden is in one group. */
export function groupCounts(
  counts: readonly number[],
  told: readonly Guarded[],
  { places, groups }: { places: readonly number[]; groups: number },
  othersTold: boolean,
): Guarded[] {
  const hidden = told.flatMap((count, at) => (count === null ? [places[at]] : []))
  const holdsAll = (group: number) => othersTold && hidden.every((place) => place === group)
  return Array.from({ length: groups }, (_, group) => {
    if (hidden.includes(group) && !holdsAll(group)) return null
    return counts.reduce((all, count, at) => (places[at] === group ? all + count : all), 0)
  })
}
