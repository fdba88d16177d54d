import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Grouped, groupColumns } from '../../../../surveys/engine/compare/group-columns.ts'
import { protectCrossTab } from '../../../../surveys/engine/compare/protect-cross-tab.ts'

const one = { rows: 'one', columns: 'one' } as const

function tabOf(counts: number[][]) {
  const sum = (some: number[]) => some.reduce((all, cell) => all + cell, 0)
  const columnBases = (counts[0] ?? []).map((_, at) => sum(counts.map((row) => row[at] ?? 0)))
  return { counts, rowBases: counts.map(sum), columnBases, both: sum(columnBases) }
}

/** The options of one question, put together, beside a table of them of which some is hidden. */
function groupsOf(tab: ReturnType<typeof tabOf>, told: Told, grouped: Grouped) {
  const members = tab.columnBases.map((_, at) => [at])
  return groupColumns(tab, [{ raw: tab, told, members }], grouped, 'one', 5)
}
type Told = NonNullable<ReturnType<typeof protectCrossTab>>

/** The same of one question by itself; who skipped it is hidden where others are not told. */
function groupCounts(
  counts: number[],
  told: (number | null)[],
  grouped: Grouped,
  othersTold: boolean,
) {
  const both = counts.reduce((all, one) => all + one, othersTold ? 0 : 2)
  const tab = { counts: [], rowBases: [], columnBases: counts, both }
  return groupsOf(tab, { ...tab, columnBases: told }, grouped)?.columnBases
}

describe('options put together', () => {
  test('do not tell, less the large ones, how many chose the small one', () => {
    const told = [null, null, 40, 50]
    expect(groupCounts([3, 8, 40, 50], told, { places: [0, 1, 0, 1], groups: 2 }, true)).toEqual([
      null,
      null,
    ])
  })

  test('are told where all that is hidden is in one of them, unless others are hidden too', () => {
    const inOne = { places: [0, 0, 1, 1], groups: 2 }
    const told = [null, null, 40, 50]
    expect(groupCounts([3, 8, 40, 50], told, inOne, true)).toEqual([11, 90])
    expect(groupCounts([3, 8, 40, 50], told, inOne, false)).toEqual([null, 90])
  })

  test('leave out whoever is in no group', () => {
    const some = { places: [0, -1, 1, 0], groups: 2 }
    expect(groupCounts([30, 8, 40, 50], [30, 8, 40, 50], some, true)).toEqual([80, 40])
  })

  test('of a cross-tab are told where they help nobody to work out a small number', () => {
    const tab = tabOf([
      [3, 9, 40, 50],
      [30, 31, 45, 52],
    ])
    const whole = protectCrossTab(tab, one, 5)
    if (!whole) throw new Error('nothing is told')
    const mixed = groupsOf(tab, whole, { places: [0, 1, 0, 1], groups: 2 })
    expect(mixed?.counts[0] ?? [null, null]).toEqual([null, null])
    const apart = groupsOf(tab, whole, { places: [0, 0, 1, 1], groups: 2 })
    // 3 and 9 are hidden, and 30 and 31 below them, from which they would follow where nobody skipped it.
    expect(whole.counts[1]).toEqual([null, null, 45, 52])
    // What the groups tell of them, 12 and 61, is what the rows without 90 and 97 leave.
    expect(apart?.counts.map(([first]) => first)).toEqual([12, 61])
    expect(apart?.counts.map(([, second]) => second)).toEqual([90, 97])
    expect(apart?.columnBases).toEqual([73, 187])
  })

  test('are never told wrongly, and never beside the one hidden part of a group', () => {
    const cells = fc.array(fc.nat({ max: 30 }), { minLength: 8, maxLength: 8 })
    const places = fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(cells, places, (flat, at) => {
        const tab = tabOf([flat.slice(0, 4), flat.slice(4)])
        const whole = protectCrossTab(tab, one, 5)
        const told = whole && groupsOf(tab, whole, { places: at, groups: 2 })
        told?.counts.forEach((row, r) => {
          row.forEach((count, group) => {
            if (count === null) return
            const mine = at.flatMap((place, c) => (place === group ? [c] : []))
            expect(count).toBe(mine.reduce((all, c) => all + (tab.counts[r]?.[c] ?? 0), 0))
            const untold = mine.filter((c) => whole?.counts[r]?.[c] === null)
            const alone = untold.length === 1 ? (tab.counts[r]?.[untold[0] ?? 0] ?? 0) : 0
            expect(alone > 0 && alone < 5).toBe(false)
          })
        })
      }),
      { numRuns: 60 },
    )
  })
})
