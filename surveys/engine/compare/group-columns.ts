import type { CrossTab } from '../cross-tab.ts'
import type { Guarded } from '../hide-small.ts'
import { drafted } from '../suppression/draft.ts'
import { suppress } from '../suppression/suppress.ts'
import {
  type KnownMargins,
  linkCrossed,
  linked,
  type Picks,
  type ProtectedCrossTab,
} from './protect-cross-tab.ts'

/** Groups put together out of atoms: people who answered alike, as far as the groups go. */
export interface Grouped {
  /** By atom, the place of its group, −1 where in none. */
  places: readonly number[]
  groups: number
}

/** A table that can be looked at beside the groups: each of its columns is made up of atoms, and others. */
export interface Source {
  raw: CrossTab
  told: Omit<ProtectedCrossTab, 'both'> & { both: Guarded }
  /** By column, the atoms in it. */
  members: readonly (readonly number[])[]
}

/**
 * A cross-tab whose columns are atoms, put together into groups. The tables the groups were made from can be
 * looked at as well, so a group is told only where, beside what those tell, no count of 1 to k − 1 people
 * becomes known closer than k. Undefined where that cannot be had.
 */
export function groupColumns(
  atoms: CrossTab,
  sources: readonly Source[],
  { places, groups }: Grouped,
  picks: Picks['rows'],
  k: number,
  known: Pick<KnownMargins, 'noRow' | 'noColumn'> = {},
): ProtectedCrossTab | undefined {
  const draft = drafted()
  const { cells, sums, add, sum, rest } = draft
  const before = (value: number, known: Guarded = null) =>
    add(value, known === null ? 'hidden' : 'told')
  const toldOf = (of: (source: Source) => Guarded | undefined) => {
    for (const source of sources) {
      const known = of(source)
      if (known !== null && known !== undefined) return known
    }
    return null
  }
  const isSame = ({ raw }: Source) => raw.both === atoms.both
  const everybody = before(
    atoms.both,
    toldOf((source) => (isSame(source) ? source.told.both : null)),
  )
  const inRow = atoms.rowBases.map((value, row) =>
    before(
      value,
      toldOf((source) => (isSame(source) ? source.told.rowBases[row] : null)),
    ),
  )
  const inAtom = atoms.columnBases.map((value) => add(value, 'hidden'))
  const inside = atoms.counts.map((row) => row.map((value) => add(value, 'hidden')))
  const crossed = { everybody, inRow, inColumn: inAtom, inside }
  linkCrossed(draft, crossed, { rows: picks, columns: 'one' }, known)
  const together = (parts: readonly number[], members: readonly number[]) =>
    members.map((at) => parts[at] as number)
  for (const source of sources) {
    const { raw, told, members } = source
    // Among the same people a column is all of its atoms; otherwise others may be in it.
    const isAll = isSame(source)
    members.forEach((mine, column) => {
      rest(
        before(raw.columnBases[column] ?? 0, told.columnBases[column]),
        together(inAtom, mine),
        isAll,
      )
      // A table of totals alone says nothing of rows.
      for (const [r, row] of raw.counts.length > 0 ? inside.entries() : []) {
        rest(
          before(raw.counts[r]?.[column] ?? 0, told.counts[r]?.[column]),
          together(row, mine),
          isAll,
        )
      }
    })
  }
  const grouped = (parts: readonly number[]) =>
    Array.from({ length: groups }, (_, group) => {
      const members = parts.filter((_, at) => places[at] === group)
      const total = add(members.reduce((all, at) => all + (cells[at]?.value ?? 0), 0))
      sum(total, members)
      return total
    })
  const bases = grouped(inAtom)
  const rows = inside.map(grouped)
  bases.forEach((total, at) => {
    const column = rows.map((row) => row[at] as number)
    linked(draft, total, column, picks)
  })
  const hidden = suppress({ cells, sums }, k)
  if (!hidden) return
  const value = (at: number): Guarded => (hidden[at] ? null : (cells[at]?.value ?? null))
  return {
    counts: rows.map((row) => row.map(value)),
    rowBases: inRow.map(value),
    columnBases: bases.map(value),
    both: atoms.both,
  }
}
