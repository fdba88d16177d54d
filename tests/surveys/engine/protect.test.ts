import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hideSmall } from '../../../surveys/engine/hide-small.ts'
import { protect } from '../../../surveys/engine/protect.ts'
import type { ChoiceTally } from '../../../surveys/engine/tally-columns.ts'

describe('few people cannot be recognised in a table', () => {
  const rows: [string, number[], (number | null)[]][] = [
    ['large counts stay', [20, 30, 50], [20, 30, 50]],
    ['nobody is nobody', [0, 30, 50], [0, 30, 50]],
    ['one small count takes the next smallest with it', [3, 30, 50], [null, null, 50]],
    ['so it cannot be worked out from the total', [3, 0, 50], [null, 0, null]],
    ['two small counts hide each other', [2, 3, 50], [null, null, 50]],
    ['but not when their sum gives them away', [1, 1, 30, 50], [null, null, null, 50]],
    ['fewer people than the limit are not broken down at all', [0, 4, 0], [null, null, null]],
    ['when nothing else would do, nothing is shown', [1, 1, 1, 1, 1, 0], Array(6).fill(null)],
    ['nobody asked', [0, 0, 0], [0, 0, 0]],
  ]
  test.each(rows)('%s: %j', (_, cells, shown) => {
    expect(hideSmall(cells, 5)).toEqual(shown)
  })
})

const choice = (shown: number, answered: number, counts: number[], dontKnow = 0): ChoiceTally => ({
  kind: 'choice',
  shown,
  answered,
  counts,
  dontKnow,
  picks: counts.reduce((sum, count) => sum + count, 0),
})

describe('each kind of result', () => {
  test('those who skipped are counted like an option', () => {
    expect(protect(choice(103, 100, [40, 60]), 5)).toEqual({
      kind: 'choice',
      shown: 103,
      answered: null,
      counts: [null, 60],
      dontKnow: 0,
      picks: null,
    })
  })

  test('and so are those who do not know', () => {
    expect(protect(choice(100, 100, [40, 57], 3), 5)).toMatchObject({
      counts: [null, 57],
      dontKnow: null,
    })
  })

  test('where several could be picked, the number of picks would give one count away', () => {
    expect(protect(choice(100, 90, [3, 80, 60]), 5)).toMatchObject({
      answered: 90,
      counts: [null, 80, 60],
      picks: null,
    })
  })

  test('a question few were shown', () => {
    expect(protect(choice(4, 4, [0, 4]), 5)).toEqual({
      kind: 'choice',
      shown: null,
      answered: null,
      counts: [null, null],
      dontKnow: null,
      picks: null,
    })
  })

  test('rows, numbers and texts', () => {
    const row = { id: 'garden', shown: 50, answered: 50, counts: [2, 48] }
    expect(protect({ kind: 'rows', rows: [row] }, 5)).toEqual({
      kind: 'rows',
      rows: [{ ...row, counts: [null, null] }],
    })
    const values = new Map([
      [1, 2],
      [2, 20],
      [3, 28],
    ])
    expect(protect({ kind: 'number', shown: 60, answered: 50, values }, 5)).toEqual({
      kind: 'number',
      shown: 60,
      answered: null,
      values: new Map([
        [1, null],
        [2, 20],
        [3, 28],
      ]),
    })
    expect(protect({ kind: 'text', shown: 50, answered: 3 }, 5)).toEqual({
      kind: 'text',
      shown: 50,
      answered: null,
    })
  })
})

const cells = fc.array(fc.oneof(fc.constant(0), fc.nat({ max: 12 }), fc.nat({ max: 500 })), {
  minLength: 2,
  maxLength: 14,
})
const limit = fc.constantFrom(5, 10)

describe('whatever the numbers are', () => {
  test('no small count is ever shown', () => {
    fc.assert(
      fc.property(cells, limit, (counts, k) => {
        for (const shown of hideSmall(counts, k)) {
          expect(shown === null || shown === 0 || shown >= k).toBe(true)
        }
      }),
    )
  })

  test('a hidden count is never alone, and could always be any small number', () => {
    fc.assert(
      fc.property(cells, limit, (counts, k) => {
        const shown = hideSmall(counts, k)
        const hidden = counts.filter((_, i) => shown[i] === null)
        if (hidden.length === 0 || hidden.length === counts.length) return
        expect(hidden.length).toBeGreaterThan(1)
        // With every other hidden count at its least, one, there is room for k − 1 in this one.
        const sum = hidden.reduce((total, count) => total + count, 0)
        expect(sum - (hidden.length - 1)).toBeGreaterThanOrEqual(k - 1)
      }),
    )
  })

  test('what is shown is true', () => {
    fc.assert(
      fc.property(cells, limit, (counts, k) => {
        hideSmall(counts, k).forEach((shown, i) => {
          expect(shown === null || shown === counts[i]).toBe(true)
        })
      }),
    )
  })
})
