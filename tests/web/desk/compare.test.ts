import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hideSmall } from '../../../surveys/engine/hide-small.ts'
import { hideAcross } from '../../../web/desk/results/compare.ts'

const k = 5
const tables = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 7 }))
  .chain(([groups, options]) =>
    fc.array(fc.array(fc.nat(14), { minLength: options, maxLength: options }), {
      minLength: groups,
      maxLength: groups,
    }),
  )

test('nobody can work out a hidden cell of a neighbourhood from the cells and totals around it', () => {
  fc.assert(
    fc.property(tables, (raw) => {
      const sums = (raw[0] ?? []).map((_, c) => raw.reduce((sum, row) => sum + (row[c] ?? 0), 0))
      const totals = hideSmall(sums, k)
      const shown = hideAcross(
        raw,
        raw.map((row) => hideSmall(row, k)),
        totals,
        k,
      )
      for (const row of shown) {
        expect(row.filter((cell) => cell === null).length).not.toBe(1)
        expect(row.some((cell) => cell !== null && cell > 0 && cell < k)).toBe(false)
      }
      totals.forEach((total, c) => {
        const hidden = shown.filter((row) => row[c] === null).length
        if (total === null) expect(hidden).toBeGreaterThan(0)
        else expect(hidden).not.toBe(1)
      })
    }),
  )
})

test('a table without small cells is shown whole', () => {
  const raw = [
    [10, 20, 0],
    [9, 0, 30],
  ]
  expect(hideAcross(raw, raw, [19, 20, 30], k)).toEqual(raw)
})
