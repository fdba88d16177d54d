import { describe, expect, test } from 'vitest'
import { adult } from '../../../surveys/definitions/garden/adult.ts'
import { child } from '../../../surveys/definitions/garden/child.ts'
import type { Answer } from '../../../surveys/engine/answers.ts'
import { checkAnswers, type Problem } from '../../../surveys/engine/check.ts'
import type { Edition } from '../../../surveys/engine/definition.ts'
import { questionsOf } from '../../../surveys/engine/questions.ts'
import { visibleQuestions } from '../../../surveys/engine/visibility.ts'

const problems = (edition: Edition, id: string, answer: Answer): Omit<Problem, 'question'>[] =>
  checkAnswers(edition, { answers: { [id]: answer }, others: {} }).problems.map(
    ({ question, ...problem }) => problem,
  )
const pins = (count: number, words = '') =>
  Array.from({ length: count }, () => ({ x: 0.5, y: 0.5, comment: words }))

describe('what grown-ups are asked about the garden', () => {
  const fine: [string, Answer][] = [
    ['P1', 'any'],
    ['P2', ['shade']],
    ['P2', ['shade', 'seats', 'light', 'board', 'beds']],
    ['P3', { plants: 10 }],
    ['P3', { plants: 4, paths: 1 }],
    ['P4', pins(3)],
    ['P4', pins(1, '晒'.repeat(40))],
    ['P5', '2027-03-01'],
    ['P5', '2027年5月31日'],
    ['P6', 'no'],
    ['P8', '树'.repeat(200)],
  ]
  test.each(fine)('%s takes %j', (id, answer) => {
    expect(problems(adult, id, answer)).toEqual([])
  })

  const wrong: [string, Answer, string, number?][] = [
    ['P1', ['flowers', 'bench'], 'wrong-type'],
    ['P2', { shade: '1', seats: '1' }, 'same-place'],
    ['P3', { plants: 10, care: 1 }, 'overspent', 10],
    ['P3', { plants: 0.5 }, 'not-whole'],
    ['P4', pins(4), 'too-many', 3],
    ['P4', pins(1, '晒'.repeat(41)), 'too-long', 40],
    ['P4', [{ x: 0.5, y: 1.01 }], 'off-plan'],
    ['P5', '2027-02-28', 'too-early'],
    ['P5', '2027-06-01', 'too-late'],
    ['P5', '五月中旬', 'not-a-date'],
    ['P8', '树'.repeat(201), 'too-long', 200],
  ]
  test.each(wrong)('%s does not take %j: %s', (id, answer, kind, limit) => {
    expect(problems(adult, id, answer)).toEqual([{ kind, ...(limit && { limit }) }])
  })

  test('is nine questions at most', () => {
    expect([...questionsOf(adult).values()].filter(({ kind }) => kind !== 'note')).toHaveLength(8)
  })

  test('a photo is asked for only of those who would add one, and kept only from them', () => {
    const P7 = '0f8fad5b-d9cb-469f-a165-70867728950e'
    const shown = (answers: Record<string, Answer>) =>
      visibleQuestions(adult, { answers, others: {} }).map(({ id }) => id)
    expect(shown({ P6: 'yes' })).toContain('P7')
    for (const answers of [{}, { P6: 'no' }] as Record<string, Answer>[]) {
      expect(shown(answers)).not.toContain('P7')
      expect(checkAnswers(adult, { answers: { ...answers, P7 }, others: {} }).kept.answers).toEqual(
        answers,
      )
    }
  })
})

describe('what children are asked about the garden', () => {
  test('is six questions at most, besides what their guardian is asked', () => {
    const own = [...questionsOf(child).values()].filter(
      (question) => question.kind !== 'consent' || question.by !== 'guardian',
    )
    expect(own.map(({ id }) => id)).toEqual(['G1', 'G2', 'G3', 'G4', 'G9'])
  })

  test('is three things to put first, at most', () => {
    expect(problems(child, 'G3', ['cat', 'hut', 'swing'])).toEqual([])
    expect(problems(child, 'G3', ['cat', 'hut', 'swing', 'pond'])).toEqual([
      { kind: 'too-many', limit: 3 },
    ])
  })

  test('is a drawing, kept only where the guardian said yes', () => {
    const drawing = ['10,10 3,-3']
    const kept = (answers: Record<string, Answer>) =>
      checkAnswers(child, { answers: { ...answers, G4: drawing }, others: {} }).kept.answers
    expect(kept({ G0: 'yes' })).toEqual({ G0: 'yes', G4: drawing })
    expect(kept({ G0: 'no' })).toEqual({ G0: 'no' })
    expect(kept({})).toEqual({})
  })
})
