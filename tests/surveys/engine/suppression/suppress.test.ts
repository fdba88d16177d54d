import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Linked, suppress } from '../../../../surveys/engine/suppression/suppress.ts'

const row = (...values: number[]): Linked => ({
  cells: [...values, values.reduce((a, b) => a + b, 0)].map((value) => ({ value })),
  sums: [{ total: values.length, parts: values.map((_, i) => i) }],
})

describe('a count of a few people', () => {
  test('is not told, nor found by subtracting the others from the total', () => {
    expect(suppress(row(30, 2, 18), 5)).toEqual([false, true, true, false])
  })

  test('is told when it is none, or when it is many', () => {
    expect(suppress(row(30, 0, 18), 5)).toEqual([false, false, false, false])
  })

  test('is not narrowed down by another as small', () => {
    expect(suppress(row(40, 1, 1, 9), 5)).toEqual([false, true, true, true, false])
  })

  test('is said to be lost where it was given away before', () => {
    const { cells, sums } = row(30, 2, 18)
    const told = cells.map((cell, at) => (at === 1 ? cell : { ...cell, fate: 'told' as const }))
    expect(suppress({ cells: told, sums }, 5)).toBeUndefined()
  })

  test('cannot be had from two tables of different days', () => {
    // Told in May: 20, 30 and 50 in all. In June 22, 38 and 60: two more and eight more.
    const cells = [
      ...[20, 30, 50].map((value) => ({ value, fate: 'told' as const })),
      ...[22, 38, 60].map((value) => ({ value })),
      ...[2, 8, 10].map((value) => ({ value, fate: 'hidden' as const })),
    ]
    const sums = [
      { total: 2, parts: [0, 1] },
      { total: 5, parts: [3, 4] },
      { total: 8, parts: [6, 7] },
      ...[0, 1, 2].map((at) => ({ total: at + 3, parts: [at, at + 6] })),
    ]
    expect(suppress({ cells, sums }, 5)).toEqual([
      ...[false, false, false],
      ...[true, true, false],
      ...[true, true, true],
    ])
  })
})

test('a number that everybody can work out is told, however many were hidden before it was enough', () => {
  const counts = fc.array(
    fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 3, maxLength: 3 }),
    {
      minLength: 3,
      maxLength: 5,
    },
  )
  fc.assert(
    fc.property(counts, (rows) => {
      const table = withTotals(rows)
      const hidden = suppress(table, 10) ?? []
      for (const { total, parts } of table.sums) {
        expect([total, ...parts].filter((cell) => hidden[cell])).not.toHaveLength(1)
      }
    }),
    { numRuns: 300 },
  )
})

/** Rows with their totals, the totals of the columns, and that of everybody. */
function withTotals(rows: readonly number[][]): Linked {
  const sumOf = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
  const wide = rows.map((row) => [...row, sumOf(row)])
  const all = [...wide, (wide[0] ?? []).map((_, at) => sumOf(wide.map((row) => row[at] ?? 0)))]
  const width = all[0]?.length ?? 0
  const at = (row: number, column: number) => row * width + column
  const range = (length: number) => Array.from({ length }, (_, i) => i)
  return {
    cells: all.flat().map((value) => ({ value })),
    sums: [
      ...all.map((_, r) => ({
        total: at(r, width - 1),
        parts: range(width - 1).map((c) => at(r, c)),
      })),
      ...range(width).map((c) => ({
        total: at(all.length - 1, c),
        parts: range(all.length - 1).map((r) => at(r, c)),
      })),
    ],
  }
}
