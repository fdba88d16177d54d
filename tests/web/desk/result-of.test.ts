import { describe, expect, test } from 'vitest'
import { questionsOf } from '../../../surveys/engine/questions.ts'
import type { ChoiceTally } from '../../../surveys/engine/tally-columns.ts'
import { ResultFigure } from '../../../web/desk/results/result-figure.tsx'
import { resultOf } from '../../../web/desk/results/result-of.ts'
import { round } from '../../server/desk/round.ts'

const [adult, child] = round.editions
if (!adult || !child) throw new Error('the round has two editions')

function choice(id: string, told: Partial<ChoiceTally>, total: number) {
  const question = adult && questionsOf(adult).get(id)
  if (!adult || !question) throw new Error(id)
  const counts = told.counts ?? []
  const picks = counts.reduce((sum, count) => sum + count, 0)
  const answered = picks + (told.dontKnow ?? 0)
  const tallied = {
    kind: 'choice' as const,
    shown: answered,
    answered,
    dontKnow: 0,
    picks,
  }
  return resultOf(question, adult, { ...tallied, ...told, counts }, total)
}

describe('what a question’s numbers say in a sentence', () => {
  test.each([
    [[17, 14, 11], '问到 42 位居民，选「东村」的最多，17 位（40%）；其次是「西村」14 位（33%）。'],
    [[14, 14, 8], '问到 36 位居民，「东村」、「西村」一样多，各 14 位（39%）。'],
    [[30, 0, 0], '问到 30 位居民，选「东村」的最多，30 位（100%）。'],
    [[4, 3, 3], '数字先不显示，免得认出是谁。'],
    [[6, 4, 0], '数字先不显示，免得认出是谁。'],
    [[2, 1, 0], '为了不认出个人，这一题不显示数字。'],
    [[0, 0, 0], '还没有人被问到这一题。'],
  ])('%j', (counts, words) => {
    const total = counts.reduce((sum, count) => sum + count, 0)
    expect(choice('Q1', { counts }, total)?.sentence.replace(/\s/g, '')).toBe(
      words.replace(/\s/g, ''),
    )
  })

  test('adds the two best and the two worst points of a scale, out of those who have a view', () => {
    const told = choice('Q2', { counts: [12, 8, 10, 6, 5], dontKnow: 9 }, 50)
    expect(told?.base).toBe(41)
    expect(told?.sentence).toContain(
      '不算答「不好说」的，问到 41 位居民，20 位（49%）选了「很满意」或「比较满意」',
    )
    expect(told?.sentence).toContain('11 位（27%）选了「不太满意」或「很不满意」')
  })

  test('a scale that nobody has answered is no verdict: neither 0 % nor a balance of 0', () => {
    const told = choice('Q2', { counts: [0, 0, 0, 0, 0], shown: 40, answered: 0 }, 40)
    expect(told?.sentence.replace(/\s/g, '')).toBe('问到40位居民，还没有人答。')
    expect(told && String(ResultFigure({ table: told }))).not.toContain('净值')
    const answered = choice('Q2', { counts: [12, 8, 10, 6, 5] }, 41)
    expect(answered && String(ResultFigure({ table: answered }))).toContain('净值 +22')
  })

  test('a scale to which everybody said that they cannot tell was asked all the same', () => {
    const told = choice('Q2', { counts: [0, 0, 0, 0, 0], dontKnow: 12 }, 12)
    expect(told?.sentence).toBe('问到的 12 位居民都答「不好说」。')
    const few = choice('Q2', { counts: [0, 0, 0, 0, 0], dontKnow: 3 }, 3)
    expect(few?.sentence).not.toMatch(/3|没有人被问到/)
  })

  test('never adds up what is hidden', () => {
    const told = choice('Q2', { counts: [30, 2, 10, 3, 0] }, 45)
    expect(told?.sentence).not.toMatch(/32|比较满意/)
  })
})

test('a few who were not shown a question cannot be counted by subtraction', () => {
  const told = choice('Q1', { counts: [20, 10, 7] }, 40)
  expect(told?.base).toBe(40)
  expect(told?.apart).toEqual([{ label: '跳过或没问到', count: null }])
  if (told?.body.shape !== 'bars') throw new Error('bars')
  // 40 less the two that are shown leaves ten: the three unshown and the seven cannot be told apart.
  expect(told.body.bars.map(({ count }) => count)).toEqual([20, 10, null])
})

test('a hidden “don’t know” is not given away by the base', () => {
  const told = choice('Q2', { counts: [20, 10, 7, 6, 5], dontKnow: 2 }, 50)
  expect(told?.apart.at(-1)).toEqual({ label: '不好说', count: null })
  expect(told?.base).toBe(50)
})

test('options of a multiple choice stand in the order of people, hidden ones last and unsorted', () => {
  const told = choice('Q3', { counts: [9, 30, 2, 12, 20], shown: 60, answered: 50, picks: 73 }, 60)
  if (told?.body.shape !== 'bars') throw new Error('bars')
  expect(told.body.bars.map(({ id, count }) => [id, count])).toEqual([
    ['lamps', 30],
    ['seats', 9],
    ['other', 12],
    ['none', 20],
    ['trees', null],
  ])
})
