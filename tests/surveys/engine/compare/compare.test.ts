import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differences } from '../../../../surveys/engine/compare/differences.ts'
import { protectCrossTab } from '../../../../surveys/engine/compare/protect-cross-tab.ts'

/** Rows are admitted and rejected, columns men and women. */
function tabOf(counts: number[][]) {
  const rowBases = counts.map((row) => row.reduce((a, b) => a + b, 0))
  const columnBases = (counts[0] ?? []).map((_, c) =>
    counts.reduce((sum, row) => sum + (row[c] ?? 0), 0),
  )
  return { counts, rowBases, columnBases, both: rowBases.reduce((a, b) => a + b, 0) }
}
const one = { rows: 'one', columns: 'one' } as const

describe('a cross-tab', () => {
  // Bickel, Hammel & O’Connell (1975), Science 187, 398–404: admissions at Berkeley, as R ships them.
  test('finds that women were admitted less often, taking all departments together', () => {
    const tab = protectCrossTab(
      tabOf([
        [1198, 557],
        [1493, 1278],
      ]),
      one,
      5,
    )
    expect(tab && differences(tab)).toEqual([
      ['higher', 'lower'],
      ['lower', 'higher'],
    ])
  })

  test('calls alike what may be chance, and does not compare twenty-nine people', () => {
    const tab = protectCrossTab(
      tabOf([
        [30, 26, 14],
        [30, 34, 15],
      ]),
      one,
      5,
    )
    expect(tab && differences(tab)).toEqual([
      ['alike', 'alike', 'few'],
      ['alike', 'alike', 'few'],
    ])
  })

  test('makes nothing of one of many comparisons that chance would bring', () => {
    const yes = Array.from({ length: 12 }, (_, at) => (at === 3 ? 34 : 25))
    const counts = [yes, yes.map((people) => 50 - people)]
    const tab = protectCrossTab(tabOf(counts), one, 5)
    expect(tab && differences(tab).flat()).not.toContain('higher')
  })

  test('does not let a group of three be found by subtraction', () => {
    const tab = protectCrossTab(
      tabOf([
        [40, 3, 20],
        [30, 40, 25],
      ]),
      one,
      5,
    )
    expect(tab?.counts[0]?.filter((count) => count === null).length).toBeGreaterThanOrEqual(2)
    expect(tab?.counts[1]?.[1]).toBeNull()
  })

  test('tells no small number and no untrue one, whatever people chose', () => {
    const cells = fc.array(fc.nat({ max: 40 }), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(cells, fc.constantFrom(5, 10), (flat, k) => {
        const counts = [0, 1, 2].map((r) => flat.slice(r * 4, r * 4 + 4))
        const tab = protectCrossTab(tabOf(counts), one, k)
        tab?.counts.forEach((row, r) => {
          row.forEach((count, c) => {
            if (count === null) return
            expect(count).toBe(counts[r]?.[c])
            expect(count === 0 || count >= k).toBe(true)
          })
        })
      }),
    )
  })
})
