import type { Column } from '../column.ts'
import type { RakeCell } from '../statistics/rake.ts'

/** A way in which people are divided, as a column of codes: 2 + i for category i, less for none. */
export interface Margin {
  column: Column
  categories: number
}

/** Everybody by the categories they have in common. */
export interface Cells {
  cells: RakeCell[]
  /** By response, the place of its cell; −1 where one of its categories is not known. */
  cellOf: Int32Array
  /** Responses that stand in no cell. */
  unknown: number
}

/** People by the categories they have in common, for raking: its cost then no longer grows with them. */
export function cellsOf(margins: readonly Margin[], count: number): Cells {
  const cellOf = new Int32Array(count)
  const places = new Map<number, number>()
  const cells: RakeCell[] = []
  let unknown = 0
  for (let i = 0; i < count; i++) {
    let key = 0
    let isKnown = true
    for (const { column, categories } of margins) {
      const category = (column[i] as number) - 2
      if (category < 0 || category >= categories) isKnown = false
      key = key * categories + category
    }
    if (!isKnown) {
      unknown++
      cellOf[i] = -1
      continue
    }
    let place = places.get(key)
    if (place === undefined) {
      place = cells.length
      places.set(key, place)
      cells.push({ people: 0, categories: categoriesOf(key, margins) })
    }
    ;(cells[place] as RakeCell).people++
    cellOf[i] = place
  }
  return { cells, cellOf, unknown }
}

function categoriesOf(key: number, margins: readonly Margin[]): number[] {
  const found: number[] = []
  let left = key
  for (const { categories } of [...margins].reverse()) {
    found.unshift(left % categories)
    left = Math.floor(left / categories)
  }
  return found
}

/**
 * The weighted share of each option among those who were shown a question and stand in a cell. `picks` tells
 * the options a value of the column stands for; undefined where the person is outside the base.
 */
export function weightedShares(
  column: Column,
  options: number,
  picks: (value: number) => readonly number[] | undefined,
  { cellOf }: Pick<Cells, 'cellOf'>,
  weights: readonly number[],
): number[] {
  const sums = new Array<number>(options).fill(0)
  let base = 0
  for (let i = 0; i < cellOf.length; i++) {
    const weight = weights[cellOf[i] as number]
    if (weight === undefined) continue
    const picked = picks(column[i] as number)
    if (!picked) continue
    base += weight
    for (const option of picked) sums[option] = (sums[option] ?? 0) + weight
  }
  return sums.map((sum) => (base > 0 ? sum / base : 0))
}
