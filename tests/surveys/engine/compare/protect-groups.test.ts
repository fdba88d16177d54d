import fc from 'fast-check'
import { expect, test } from 'vitest'
import { protectGroups } from '../../../../surveys/engine/compare/protect-groups.ts'

const group = (...counts: number[]) => {
  const answered = counts.reduce((sum, count) => sum + count, 0)
  return { shown: answered, answered, counts, dontKnow: 0 }
}
const allKnown = (options: number) => ({
  ...{ counts: Array.from({ length: options }, () => true), dontKnow: true, skipped: true },
})
const tables = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 5 }))
  .chain(([groups, options]) =>
    fc.array(fc.array(fc.nat(14), { minLength: options, maxLength: options }), {
      minLength: groups,
      maxLength: groups,
    }),
  )

test('a neighbourhood of three is not found by taking all others from everybody', () => {
  const told = protectGroups([group(30, 20), group(2, 1), group(25, 15)], 'one', allKnown(2), 5)
  expect(told[1]?.shown).toBeNull()
  expect(told.filter(({ shown }) => shown === null).length).toBeGreaterThan(1)
})

test('a table without small cells is shown whole', () => {
  const told = protectGroups([group(10, 20, 0), group(9, 0, 30)], 'one', allKnown(3), 5)
  expect(told.map(({ counts }) => counts)).toEqual([
    [10, 20, 0],
    [9, 0, 30],
  ])
})

test('no small number and no untrue one is told, whatever people chose', () => {
  fc.assert(
    fc.property(tables, (raw) => {
      const told = protectGroups(
        raw.map((counts) => group(...counts)),
        'one',
        allKnown(raw[0]?.length ?? 0),
        5,
      )
      told.forEach(({ counts }, at) => {
        counts.forEach((count, option) => {
          if (count === null) return
          expect(count).toBe(raw[at]?.[option])
          expect(count === 0 || count >= 5).toBe(true)
        })
      })
    }),
  )
})
