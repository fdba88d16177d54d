import fc from 'fast-check'
import { expect, test } from 'vitest'
import { protectPeople } from '../../../server/releases/public-suggestions.ts'
import type { ReleasedSuggestion } from '../../../web/public/released.ts'

const k = 10
const suggestion = (number: number, people: number): ReleasedSuggestion => ({
  ...{ number, people, category: '', wording: `第 ${number} 条`, unit: '', reply: '' },
  ...{ outcome: null, adoptedAs: null },
})
const told = (people: readonly number[], all: number, before: ReleasedSuggestion[][] = []) =>
  protectPeople(
    people.map((n, at) => suggestion(at, n)),
    all,
    before,
    k,
  )

test('how many made a suggestion is told from ten on, and not below', () => {
  expect(told([9, 10, 40], 100).map(({ people }) => people)).toEqual([null, 10, 40])
})

test('it is not told where that would tell of a few who made other suggestions', () => {
  expect(told([20], 25).map(({ people }) => people)).toEqual([null])
  expect(told([12, 20], 37).map(({ people }) => people)).toEqual([null, 20])
  expect(told([12, 20], 32).map(({ people }) => people)).toEqual([12, 20])
})

test('three more in the next release are not told, twelve more are', () => {
  const before = [told([20], 100)]
  expect(told([23], 103, before)[0]?.people).toBe(20)
  expect(told([32], 112, before)[0]?.people).toBe(32)
})

test('whatever is told in whatever order, no two numbers and no rest tell of fewer than ten people', () => {
  const release = fc.record({
    people: fc.array(fc.nat(60), { minLength: 1, maxLength: 5 }),
    others: fc.nat(60),
  })
  fc.assert(
    fc.property(fc.array(release, { minLength: 1, maxLength: 6 }), (releases) => {
      const before: ReleasedSuggestion[][] = []
      for (const { people, others } of releases) {
        const all = people.reduce((sum, n) => sum + n, others)
        const now = told(people, all, before)
        const rest = all - now.reduce((sum, one) => sum + (one.people ?? 0), 0)
        const isNothingTold = now.every((one) => one.people === null)
        expect(isNothingTold || rest === 0 || rest >= k).toBe(true)
        for (const one of now) {
          if (one.people === null) continue
          expect(one.people).toBeGreaterThanOrEqual(k)
          for (const { people: earlier } of before.flat().filter((x) => x.number === one.number)) {
            const apart = earlier === null ? 0 : Math.abs(one.people - earlier)
            expect(apart === 0 || apart >= k).toBe(true)
          }
        }
        before.push(now)
      }
    }),
  )
})
