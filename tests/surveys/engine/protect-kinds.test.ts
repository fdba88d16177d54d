import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answer } from '../../../surveys/engine/answers.ts'
import { encodeColumns } from '../../../surveys/engine/columns.ts'
import type { Question } from '../../../surveys/engine/definition.ts'
import { protect } from '../../../surveys/engine/protect.ts'
import { tally } from '../../../surveys/engine/tally.ts'
import { edition, named, text } from './sample.ts'

const things = ['seats', 'light', 'shade', 'beds']
const rank: Question = {
  ...{ id: 'R', title: text('先有哪一样？'), kind: 'rank' },
  options: things.map(named),
}
const budget: Question = {
  ...{ id: 'B', title: text('怎么分？'), kind: 'budget', total: 10, unit: text('贴纸') },
  options: things.map(named),
}
const day: Question = { id: 'D', title: text('哪一天？'), kind: 'date' }
const pin: Question = {
  ...{ id: 'P', title: text('在哪里？'), kind: 'pin', most: 2 },
  plan: { src: '/plans/garden.svg', alt: text('平面图'), width: 800, height: 600 },
}

/** What is told of these answers, one each; `undefined` was skipped. */
function told(question: Question, answers: (Answer | undefined)[], k: number) {
  const asked = edition([question])
  const rows = answers.map((answer, i) => ({
    ...{ seq: i + 1, day: 20_700, mailboxNumber: 0, channel: 'qr' as const },
    answers: answer === undefined ? {} : { [question.id]: answer },
  }))
  return protect(tally(question, asked, encodeColumns(asked, rows)), k)
}

const ranked = (answers: (string[] | undefined)[], k: number) => {
  const guarded = told(rank, answers, k)
  if (guarded.kind !== 'rank') throw new Error('an order is told as one')
  return guarded
}
const shared = (answers: (Record<string, number> | undefined)[], k: number) => {
  const guarded = told(budget, answers, k)
  if (guarded.kind !== 'budget') throw new Error('stickers are told as such')
  return guarded
}

const times = <T>(count: number, answer: T) => Array.from({ length: count }, () => answer)

describe('of few people', () => {
  test('no score is told', () => {
    expect(ranked(times(9, things), 5).options.map(({ borda }) => borda)).toEqual(times(4, null))
    expect(ranked(times(10, things), 5).options.map(({ borda }) => borda)).toEqual([100, 67, 33, 0])
  })

  test('who placed something among many who did not, the place is not told', () => {
    const { options } = ranked([...times(20, ['seats']), ['seats', 'beds']], 5)
    expect(options.map(({ meanRank }) => meanRank)).toEqual([1, null, null, null])
  })

  test('no mean and no share of stickers is told', () => {
    const { options } = shared(times(9, { seats: 1, light: 1 }), 5)
    expect(options.map(({ mean, share }) => [mean, share])).toEqual(times(4, [null, null]))
  })

  test('who alone gave something stickers, these are not told, nor a second share', () => {
    const given = { seats: 4, light: 2, shade: 4 }
    const { options } = shared([...times(20, given), { beds: 3 }, { beds: 3 }], 5)
    expect(options.map(({ share }) => share)).toEqual([39, null, 39, null])
    expect(options.map(({ givers }) => givers)).toEqual([null, null, null, null])
  })

  test('one who gave more than half of an option’s stickers does not show', () => {
    const { options } = shared(
      [...times(20, { seats: 1, light: 2 }), ...times(5, { beds: 1 }), { beds: 10 }],
      5,
    )
    expect(options.map(({ mean }) => mean)).toEqual([null, 1.5, 0, null])
  })

  test('no day is told', () => {
    const days = told(day, [...times(6, '2027-03-06'), ...times(2, '2027-03-07')], 5)
    expect(days).toMatchObject({ shown: 8 })
    expect(days.kind === 'date' && [...days.days.values()]).toEqual([null, null])
  })

  test('not even how many set a pin', () => {
    const pins: Answer = [{ x: 0.5, y: 0.5 }]
    expect(told(pin, [...times(20, pins), undefined], 5)).toEqual({
      ...{ kind: 'pin', shown: 21, answered: null },
    })
    expect(told(pin, times(20, pins), 5)).toEqual({ kind: 'pin', shown: 20, answered: 20 })
  })
})

const orders = fc.array(
  fc.option(fc.shuffledSubarray(things, { minLength: 1 }), { nil: undefined, freq: 6 }),
  { maxLength: 60 },
)
const purses = fc.array(
  fc.option(
    fc.dictionary(fc.constantFrom(...things), fc.integer({ min: 1, max: 2 }), { minKeys: 1 }),
    { nil: undefined, freq: 6 },
  ),
  { maxLength: 60 },
)
const limit = fc.constantFrom(5, 10)
const isTold = <T>(value: T | null): value is T => value !== null

describe('whatever people answered', () => {
  test('no count of a few is told of an order, and what is told is true', () => {
    fc.assert(
      fc.property(orders, limit, (answers, k) => {
        const given = answers.filter((order) => order !== undefined)
        const { shown, answered, options } = ranked(answers, k)
        for (const count of [shown, answered, ...options.map(({ first }) => first)]) {
          expect(count === null || count === 0 || count >= k).toBe(true)
        }
        if (isTold(answered)) expect(answered).toBe(given.length)
        for (const { id, first, meanRank } of options) {
          const places = given.map((order) => order.indexOf(id) + 1).filter((place) => place > 0)
          if (isTold(first)) expect(first).toBe(places.filter((place) => place === 1).length)
          if (isTold(meanRank)) {
            expect(places.length).toBeGreaterThanOrEqual(10)
            const sum = places.reduce((total, place) => total + place, 0)
            expect(Math.abs(meanRank - sum / places.length)).toBeLessThan(0.0501)
          }
        }
      }),
    )
  })

  test('first places that are kept back could each be any small number', () => {
    fc.assert(
      fc.property(orders, limit, (answers, k) => {
        const given = answers.filter((order) => order !== undefined)
        const { options } = ranked(answers, k)
        const hidden = options.filter(({ first }) => first === null).map(({ id }) => id)
        if (hidden.length === 0 || hidden.length === things.length) return
        const people = given.filter(([first]) => hidden.includes(first ?? '')).length
        expect(people - (hidden.length - 1)).toBeGreaterThanOrEqual(k - 1)
      }),
    )
  })

  test('no share of stickers is told that a few gave, that one gave, or that the others leave over', () => {
    fc.assert(
      fc.property(purses, limit, (answers, k) => {
        const given = answers.filter((purse) => purse !== undefined)
        const { options } = shared(answers, k)
        const of = (id: string) => given.map((purse) => purse[id] ?? 0).filter((some) => some > 0)
        const sum = (some: number[]) => some.reduce((total, stickers) => total + stickers, 0)
        for (const { id, share, mean, givers } of options) {
          const stickers = of(id)
          expect(givers === null || givers === 0 || givers >= k).toBe(true)
          if (isTold(givers)) expect(givers).toBe(stickers.length)
          expect(isTold(share)).toBe(isTold(mean))
          if (!isTold(share) || stickers.length === 0) continue
          expect(stickers.length).toBeGreaterThanOrEqual(k)
          expect(Math.max(...stickers)).toBeLessThanOrEqual(sum(stickers) / 2)
        }
        const chosen = options.filter(({ id }) => of(id).length > 0)
        const hidden = chosen.filter(({ share }) => share === null)
        if (chosen.length > 1) expect(hidden.length).not.toBe(1)
      }),
    )
  })

  test('where nobody could be recognised by a count, all of it is told', () => {
    fc.assert(
      fc.property(orders, purses, (lists, purses) => {
        const order = ranked(lists, 1)
        const placed = lists.flatMap((list) => list ?? [])
        for (const { id, borda, first, meanRank } of order.options) {
          expect(isTold(borda)).toBe(placed.length > 0)
          expect(isTold(meanRank)).toBe(placed.includes(id))
          expect(isTold(first)).toBe(true)
        }
        const someone = purses.some((purse) => purse !== undefined)
        for (const { mean, givers } of shared(purses, 1).options) {
          expect([isTold(mean), isTold(givers)]).toEqual([someone, true])
        }
      }),
    )
  })
})
