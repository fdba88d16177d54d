import { isNarrow } from './column.ts'
import type { Side } from './compare/side.ts'
import { fewPlaces, type Selected, valuesAt } from './histogram.ts'
import { maskedOptions } from './tally-columns.ts'

/** Counts of people, each row an option of one question and each column an option of another. */
export interface CrossTab {
  /** People who picked row option r and column option c. */
  counts: number[][]
  /** People who picked row option r and were shown the column question. */
  rowBases: number[]
  /** People who picked column option c and were shown the row question: what a share is a share of. */
  columnBases: number[]
  /** People who were shown both. */
  both: number
}

/** How people who fall into groups in one way fall into those of another. */
export function crossSides(one: Side, other: Side, selected?: Selected): CrossTab {
  const places = selected && fewPlaces(selected)
  const narrowed = (side: Side): Side =>
    places ? { ...side, column: valuesAt(side.column, places) } : side
  const [rows, groups] = [numbered(counted(narrowed(one))), counted(narrowed(other))]
  const among = places ? undefined : selected
  const result: CrossTab = {
    counts: rows.options.map(() => groups.options.map(() => 0)),
    rowBases: rows.options.map(() => 0),
    columnBases: groups.options.map(() => 0),
    both: 0,
  }
  // Equal values are counted first, so that taking them apart costs once per value, not per person.
  const table =
    groups.picks === 'several' ? countByBit(rows, groups, among) : countByCode(rows, groups, among)
  for (let cell = 0; cell < table.length; cell++) {
    const people = table[cell] as number
    const picks = people > 0 ? rows.placesOf(cell % rows.width) : undefined
    if (picks) add(result, picks, placeOf(groups, Math.floor(cell / rows.width)), people)
  }
  return result
}

interface Counted extends Side {
  /** Every value in the column is below this. */
  width: number
  /** The places of the options picked; undefined where the person is outside the base. */
  placesOf: (value: number) => readonly number[] | undefined
}

function counted(side: Side): Counted {
  const { options, picks } = side
  if (picks === 'several') {
    const placesOf = (mask: number) => (mask === 0 ? undefined : maskedOptions(mask))
    return { ...side, width: 2 << options.length, placesOf }
  }
  // Not shown; skipped; each option; and a "don't know", which is outside the base.
  const known = [undefined, [], ...options.map((_, i) => [i])]
  return { ...side, width: known.length + 1, placesOf: (code) => known[code] }
}

/** Masks of many options by the order they are met in: those there could be are too many for a table. */
function numbered(rows: Counted): Counted {
  if (rows.picks === 'one' || isNarrow(rows.options.length)) return rows
  const numbers = new Map<number, number>()
  const column = new Uint32Array(rows.column.length)
  for (let i = 0; i < column.length; i++) {
    const mask = rows.column[i] as number
    const number = numbers.get(mask) ?? numbers.size
    numbers.set(mask, number)
    column[i] = number
  }
  const masks = [...numbers.keys()]
  const placesOf = (number: number) => rows.placesOf(masks[number] ?? 0)
  return { ...rows, column, width: masks.length, placesOf }
}

/** One table row for each code of the second question. */
function countByCode(rows: Counted, groups: Counted, selected?: Selected): Uint32Array {
  const table = new Uint32Array(rows.width * groups.width)
  const width = rows.width
  for (let i = 0; i < rows.column.length; i++) {
    if (selected && selected[i] === 0) continue
    const cell = (groups.column[i] as number) * width + (rows.column[i] as number)
    table[cell] = (table[cell] as number) + 1
  }
  return table
}

/** One table row for each option of the second question, and the first for all who were shown it. */
function countByBit(rows: Counted, groups: Counted, selected?: Selected): Uint32Array {
  const width = rows.width
  const table = new Uint32Array(width * (groups.options.length + 1))
  for (let i = 0; i < rows.column.length; i++) {
    if (selected && selected[i] === 0) continue
    const value = rows.column[i] as number
    for (let bits = groups.column[i] as number; bits !== 0; bits &= bits - 1) {
      const cell = (31 - Math.clz32(bits & -bits)) * width + value
      table[cell] = (table[cell] as number) + 1
    }
  }
  return table
}

/** What a row of the table stands for: an option of the second question, all who were shown it, or both. */
function placeOf(groups: Counted, row: number): { option: number; everyone: boolean } {
  if (groups.picks === 'several') return { option: row - 1, everyone: row === 0 }
  const picks = groups.placesOf(row)
  return { option: picks?.[0] ?? -1, everyone: picks !== undefined }
}

function add(
  result: CrossTab,
  picks: readonly number[],
  { option, everyone }: { option: number; everyone: boolean },
  people: number,
): void {
  if (everyone) {
    result.both += people
    for (const r of picks) result.rowBases[r] = (result.rowBases[r] ?? 0) + people
  }
  if (option < 0) return
  result.columnBases[option] = (result.columnBases[option] ?? 0) + people
  for (const r of picks) {
    const row = result.counts[r]
    if (row) row[option] = (row[option] ?? 0) + people
  }
}
