import { describe, expect, test } from 'vitest'
import { adult } from '../../../surveys/definitions/huicheng/adult.ts'
import { child } from '../../../surveys/definitions/huicheng/child.ts'
import { checkAnswers } from '../../../surveys/engine/check.ts'
import type { Edition } from '../../../surveys/engine/definition.ts'
import { asked, type Numbered, numbered } from './numbered.ts'

const shown = (edition: Edition, given: Numbered) => asked(edition, numbered(edition, given))

describe('who is not asked what', () => {
  test.each([
    ['somebody from another estate nearby', 6],
    ['somebody who only works, studies or comes here', 7],
  ])('%s is asked nothing about homes and lifts', (_, home) => {
    const ids = shown(adult, { Q1: home })
    for (const id of ['Q3', 'Q4', 'Q11', 'Q12', 'Q13']) expect(ids).not.toContain(id)
    for (const id of ['Q2', 'Q5', 'Q6', 'Q8', 'Q9', 'Q10', 'Q14', 'Q15', 'Q16', 'Q17', 'Q18a']) {
      expect(ids).toContain(id)
    }
  })

  test('somebody from any of the five villages is asked about their home and building', () => {
    for (const home of [1, 2, 3, 4, 5]) {
      expect(shown(adult, { Q1: home })).toEqual(
        expect.arrayContaining(['Q3', 'Q4', 'Q11', 'Q12', 'Q13']),
      )
    }
  })

  test('who skips where they live is still asked about their home', () => {
    expect(shown(adult, {})).toEqual(expect.arrayContaining(['Q3', 'Q4', 'Q11', 'Q12', 'Q13']))
  })

  test('a fourteen- to seventeen-year-old is asked about the lift there is, not the lift to come', () => {
    const ids = shown(adult, { Q1: 1, Q2: 1 })
    expect(ids).toContain('Q11')
    expect(ids).not.toContain('Q12')
    expect(ids).not.toContain('Q13')
  })

  test('who has a lift is not asked whether one should be added', () => {
    const ids = shown(adult, { Q1: 1, Q2: 5, Q11: 1 })
    expect(ids).not.toContain('Q12')
    expect(ids).not.toContain('Q13')
  })

  test.each([
    ['the ground floor', 2],
    ['the second or third floor', 3],
    ['the fourth floor or higher', 4],
  ])('who lives without a lift on %s is asked whether one should be added', (_, floor) => {
    expect(shown(adult, { Q1: 1, Q2: 5, Q11: floor })).toContain('Q12')
  })

  test.each([
    ['shares the cost gladly', 1],
    ['does not mind either way', 3],
    ['leaves it to the landlord', 6],
  ])('who %s is not asked for concerns', (_, view) => {
    expect(shown(adult, { Q1: 1, Q3: 3, Q11: 4, Q12: view })).not.toContain('Q13')
  })

  test.each([
    ['wants to talk about the cost', 2],
    ['has doubts', 4],
    ['is against it', 5],
  ])('who %s is asked for concerns', (_, view) => {
    expect(shown(adult, { Q1: 1, Q3: 3, Q11: 4, Q12: view })).toContain('Q13')
  })

  test('who wants the store-room gone or left alone is not asked when they would come', () => {
    for (const uses of [[9], [10], [9, 10]]) expect(shown(adult, { Q8: uses })).not.toContain('Q10')
  })

  test('who also wants something in the store-room is asked when they would come', () => {
    for (const uses of [[9, 1], [10, 8], [9, 10, 11], [12], []]) {
      expect(shown(adult, { Q8: uses })).toContain('Q10')
    }
  })

  test('an answer given before the question went away is not counted', () => {
    const { kept, problems } = checkAnswers(
      adult,
      numbered(adult, { Q1: 7, Q3: 1, Q4: 4, Q11: 4, Q12: 5, Q13: [1] }),
    )
    expect(kept.answers).toEqual({ Q1: 'visitor' })
    expect(problems).toEqual([])
  })

  test('a child who feels safe is not asked what is frightening', () => {
    expect(shown(child, { K4: 1 })).not.toContain('K5')
    expect(shown(child, { K4: 2 })).not.toContain('K5')
  })

  test('a child who is scared is asked of what', () => {
    expect(shown(child, { K4: 3 })).toContain('K5')
    expect(shown(child, { K4: 4 })).toContain('K5')
  })
})
