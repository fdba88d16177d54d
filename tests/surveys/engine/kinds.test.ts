import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkAnswers } from '../../../surveys/engine/check.ts'
import { encodeColumns } from '../../../surveys/engine/columns.ts'
import type { Question, QuestionOf } from '../../../surveys/engine/definition.ts'
import { bordaOf, tallyRank } from '../../../surveys/engine/tally-rank.ts'
import { edition, named, section, text } from './sample.ts'

const rank: QuestionOf<'rank'> = {
  ...{ id: 'R', title: text('先有哪一样？'), kind: 'rank', most: 3 },
  options: ['seats', 'light', 'shade', 'beds'].map(named),
}
const budget: QuestionOf<'budget'> = {
  ...{ id: 'B', title: text('怎么分？'), kind: 'budget', total: 10, unit: text('贴纸') },
  options: ['plants', 'paths', 'lamps'].map(named),
}
const pin: QuestionOf<'pin'> = {
  ...{ id: 'P', title: text('在哪里？'), kind: 'pin', most: 2, comment: 5 },
  plan: { src: '/plans/garden.svg', alt: text('平面图'), width: 800, height: 600 },
  categories: ['sit', 'plant'].map(named),
}
const day: QuestionOf<'date'> = {
  ...{ id: 'D', title: text('哪一天？'), kind: 'date', min: '2027-03-01', max: '2027-05-31' },
}
const drawing: Question = { id: 'W', title: text('画一画'), kind: 'drawing' }
const photo: Question = { id: 'F', title: text('照片'), kind: 'photo' }
const consent: QuestionOf<'consent'> = {
  ...{ id: 'C', title: text('可以吗？'), kind: 'consent', body: text('只给工作人员看') },
  ...{ agree: text('可以'), decline: text('不可以') },
}
const every = [rank, budget, pin, day, drawing, photo, consent]
const asked = edition({ sections: [section('S', every)] })

const photoId = '0f8fad5b-d9cb-469f-a165-70867728950e'
const check = (id: string, answer: unknown) => {
  const { kept, problems } = checkAnswers(asked, {
    answers: { [id]: answer as string },
    others: {},
  })
  const [problem] = problems
  return problem ? [problem.kind, problem.limit] : kept.answers[id]
}

describe('what residents put in order', () => {
  test.each([
    [
      ['shade', 'seats'],
      ['shade', 'seats'],
    ],
    [['shade', ''], ['shade']],
    [[], undefined],
    [
      ['shade', 'shade'],
      ['same-place', undefined],
    ],
    [{ shade: '1', seats: '1' }, ['same-place', undefined]],
    [['fountain'], ['unknown-option', undefined]],
    [{ fountain: '1' }, ['unknown-option', undefined]],
    [
      ['seats', 'light', 'shade', 'beds'],
      ['too-many', 3],
    ],
    ['seats', ['wrong-type', undefined]],
  ])('%j counts as %j', (answer, outcome) => {
    expect(check('R', answer)).toEqual(outcome)
  })
})

describe('the stickers residents give', () => {
  test.each([
    [
      { lamps: 3, plants: 7 },
      { plants: 7, lamps: 3 },
    ],
    [{ lamps: 3, paths: 0 }, { lamps: 3 }],
    [{ lamps: 0 }, undefined],
    [{ lamps: 6, plants: 5 }, ['overspent', 10]],
    [{ lamps: -1 }, ['too-small', 0]],
    [{ lamps: 1.5 }, ['not-whole', undefined]],
    [{ lamps: '3' }, ['wrong-type', undefined]],
    [{ lamps: Number.NaN }, ['wrong-type', undefined]],
    [{ fountain: 1 }, ['unknown-option', undefined]],
  ])('%j count as %j', (answer, outcome) => {
    expect(check('B', answer)).toEqual(outcome)
  })
})

describe('a day', () => {
  test.each([
    ['2027-03-02', '2027-03-02'],
    ['2027-3-2', '2027-03-02'],
    ['2027/3/2', '2027-03-02'],
    ['2027年3月2日', '2027-03-02'],
    ['２０２７．３．２', '2027-03-02'],
    [' ', undefined],
    ['2027-02-30', ['not-a-date', undefined]],
    ['三月二号', ['not-a-date', undefined]],
    ['2027-02-28', ['too-early', undefined]],
    ['2027-06-01', ['too-late', undefined]],
    [20270302, ['wrong-type', undefined]],
  ])('written %j is %j', (answer, outcome) => {
    expect(check('D', answer)).toEqual(outcome)
  })
})

describe('pins on the plan', () => {
  test.each([
    [[{ x: 0.12345, y: 1 }], [{ x: 0.123, y: 1 }]],
    [
      [{ x: 0, y: 0, category: 'sit', comment: ' 阴凉 ' }],
      [{ x: 0, y: 0, category: 'sit', comment: '阴凉' }],
    ],
    [[], undefined],
    [[{ x: 1.2, y: 0 }], ['off-plan', undefined]],
    [[{ x: Number.NaN, y: 0 }], ['off-plan', undefined]],
    [[{ x: 0, y: 0, category: 'swim' }], ['unknown-option', undefined]],
    [[{ x: 0, y: 0, comment: '这里晚上太暗了' }], ['too-long', 5]],
    [[{ x: 0, y: 0, name: '王小明' }], ['wrong-type', undefined]],
    [Array.from({ length: 3 }, () => ({ x: 0.5, y: 0.5 })), ['too-many', 2]],
    [['C4'], ['wrong-type', undefined]],
  ])('%j count as %j', (answer, outcome) => {
    expect(check('P', answer)).toEqual(outcome)
  })
})

describe('a drawing, a photo and a consent', () => {
  test.each([
    ['W', ['10,10 3,-3', '500,700'], ['10,10 3,-3', '500,700']],
    ['W', [''], undefined],
    ['W', ['10,10 <svg>'], ['wrong-type', undefined]],
    ['W', Array.from({ length: 201 }, () => '1,1'), ['too-detailed', undefined]],
    ['W', [`1,1${' 1,1'.repeat(1000)}`], ['too-detailed', undefined]],
    ['F', photoId, photoId],
    ['F', '../../etc/passwd', ['wrong-type', undefined]],
    ['C', 'yes', 'yes'],
    ['C', 'perhaps', ['unknown-option', undefined]],
  ])('%s: %j counts as %j', (id, answer, outcome) => {
    expect(check(id, answer)).toEqual(outcome)
  })
})

describe('how dear each option is', () => {
  const orders = fc.array(
    fc.shuffledSubarray(['seats', 'light', 'shade', 'beds'], { maxLength: 4 }),
    {
      maxLength: 12,
    },
  )
  const tallied = (answers: string[][]) => {
    const free = edition({ sections: [section('S', [{ ...rank, most: undefined }])] })
    const rows = answers.map((order, i) => ({
      ...{ seq: i + 1, day: 20_700, mailboxNumber: 0, channel: 'qr' as const },
      answers: order.length > 0 ? { R: order } : ({} as Record<string, string[]>),
    }))
    const { columns } = encodeColumns(free, rows)
    return tallyRank(rank, (key) => columns.get(key) ?? new Uint8Array(rows.length))
  }

  test('is what handing out the points ballot by ballot comes to', () => {
    fc.assert(
      fc.property(orders, (answers) => {
        const ballots = answers.filter((order) => order.length > 0)
        for (const { id, borda, meanRank, first } of bordaOf(tallied(answers))) {
          // Each ballot has 3, 2, 1 and 0 points to give; what it does not place shares what is left.
          const points = ballots.map((order) => {
            const at = order.indexOf(id)
            if (at >= 0) return 3 - at
            const left = [3, 2, 1, 0].slice(order.length)
            return left.reduce((sum, point) => sum + point, 0) / left.length
          })
          const places = ballots.flatMap((order) => {
            const at = order.indexOf(id)
            return at < 0 ? [] : [at + 1]
          })
          const mean = (list: number[]) => list.reduce((sum, one) => sum + one, 0) / list.length
          if (ballots.length === 0) expect(borda).toBeUndefined()
          else expect(borda).toBeCloseTo(mean(points) / 3, 9)
          if (places.length === 0) expect(meanRank).toBeUndefined()
          else expect(meanRank).toBeCloseTo(mean(places), 9)
          expect(first).toBe(ballots.filter((order) => order[0] === id).length)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('adds up to the same for everybody, however little they rank', () => {
    fc.assert(
      fc.property(orders, (answers) => {
        const all = bordaOf(tallied(answers))
        if (all.some(({ borda }) => borda === undefined)) return
        // (n − 1) / 2 · n points among n options, each divided by n − 1.
        expect(all.reduce((sum, { borda = 0 }) => sum + borda, 0)).toBeCloseTo(2, 9)
      }),
    )
  })
})
