import type { Guarded } from '../hide-small.ts'
import { holm } from '../statistics/holm.ts'
import { twoProportions } from '../statistics/two-proportions.ts'
import type { ProtectedCrossTab } from './protect-cross-tab.ts'

/**
 * How a group stands against everybody else in the table: `higher` and `lower` only where it would hold in 19
 * of 20 tables in which nothing differs; `few` where either side has too few people to say; null where numbers
 * are hidden.
 */
export type Difference = 'higher' | 'lower' | 'alike' | 'few' | null

/** Fewer people than this on either side are not compared. */
const fewestCompared = 30
const surely = 0.05

/**
 * Each cell against the rest of its row: a pooled two-proportion test, all of the table judged together by
 * Holm's rule. Only told numbers are used, so a mark says nothing a reader could not work out.
 */
export function differences(tab: ProtectedCrossTab): Difference[][] {
  const tests: { row: number; column: number; p: number; sign: number }[] = []
  const marks = tab.counts.map((cells, row) =>
    cells.map((count, column): Difference => {
      const sides = sidesOf(tab, row, column, count)
      if (!sides) return null
      const { here, others } = sides
      if (here.base < fewestCompared || others.base < fewestCompared) return 'few'
      const sign = here.count / here.base - others.count / others.base
      tests.push({ row, column, p: twoProportions(here, others), sign })
      return 'alike'
    }),
  )
  const judged = holm(tests.map(({ p }) => p))
  tests.forEach(({ row, column, sign }, at) => {
    const line = marks[row]
    if (line && (judged[at] ?? 1) < surely) line[column] = sign > 0 ? 'higher' : 'lower'
  })
  return marks
}

function sidesOf(
  { rowBases, columnBases, both }: ProtectedCrossTab,
  row: number,
  column: number,
  count: Guarded,
) {
  const all = rowBases[row] ?? null
  const base = columnBases[column] ?? null
  if (count === null || all === null || base === null) return
  return { here: { count, base }, others: { count: all - count, base: both - base } }
}
