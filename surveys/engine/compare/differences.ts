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

/** Each cell against the rest of its row, in one table. */
export const differences = (tab: ProtectedCrossTab): Difference[][] => differencesIn([tab])[0] ?? []

/**
 * The same in several tables that are read as one, as the rows of a matrix are: a pooled two-proportion test for
 * each cell, all of them judged together by Holm's rule. Only told numbers are used, so a mark says nothing a
 * reader could not work out.
 */
export function differencesIn(tabs: readonly ProtectedCrossTab[]): Difference[][][] {
  const tests: { line: Difference[]; column: number; p: number; sign: number }[] = []
  const marks = tabs.map((tab) =>
    tab.counts.map((cells, row) => {
      const line: Difference[] = []
      cells.forEach((count, column) => {
        const sides = sidesOf(tab, row, column, count)
        line[column] = sides ? 'alike' : null
        if (!sides) return
        const { here, others } = sides
        if (here.base < fewestCompared || others.base < fewestCompared) {
          line[column] = 'few'
          return
        }
        const sign = here.count / here.base - others.count / others.base
        tests.push({ line, column, p: twoProportions(here, others), sign })
      })
      return line
    }),
  )
  const judged = holm(tests.map(({ p }) => p))
  tests.forEach(({ line, column, sign }, at) => {
    if ((judged[at] ?? 1) < surely) line[column] = sign > 0 ? 'higher' : 'lower'
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
