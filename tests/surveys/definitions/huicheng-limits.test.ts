import { describe, expect, test } from 'vitest'
import { adult } from '../../../surveys/definitions/huicheng/adult.ts'
import { child } from '../../../surveys/definitions/huicheng/child.ts'
import { checkAnswers, type Problem } from '../../../surveys/engine/check.ts'
import type { Edition } from '../../../surveys/engine/definition.ts'
import { labels, type Numbered, numbered } from './numbered.ts'

const problems = (edition: Edition, given: Numbered): Problem[] =>
  checkAnswers(edition, numbered(edition, given)).problems

describe('how many can be picked', () => {
  const limits: [id: string, most: number, Edition][] = [
    ['Q6', 3, adult],
    ['Q8', 3, adult],
    ['Q9', 3, adult],
    ['Q10', 2, adult],
    ['Q13', 3, adult],
    ['Q14', 2, adult],
    ['Q15', 2, adult],
    ['Q16', 2, adult],
    ['Q17', 3, adult],
    ['K3', 2, child],
    ['K5', 2, child],
  ]

  test.each(limits)('%s takes up to %i picks and no more', (id, most, edition) => {
    const first = (count: number) => Array.from({ length: count }, (_, i) => i + 1)
    expect(problems(edition, { [id]: first(1) })).toEqual([])
    expect(problems(edition, { [id]: first(most) })).toEqual([])
    const tooMany = { question: id, kind: 'too-many', limit: most }
    expect(problems(edition, { [id]: first(most + 1) })).toEqual([tooMany])
  })

  test('these are all the questions with several picks', () => {
    const several = [adult, child].flatMap((edition) =>
      edition.sections.flatMap((s) => s.questions).filter((q) => q.kind === 'multiple'),
    )
    expect(several.map((q) => q.id)).toEqual(limits.map(([id]) => id))
  })

  test('every other choice takes one answer', () => {
    for (const id of ['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q11', 'Q12']) {
      expect(problems(adult, { [id]: [1, 2] })).toEqual([{ question: id, kind: 'wrong-type' }])
    }
    for (const id of ['K1', 'K2', 'K4', 'K0']) {
      expect(problems(child, { [id]: [1, 2] })).toEqual([{ question: id, kind: 'wrong-type' }])
    }
  })
})

describe('answers that stand alone', () => {
  const alone: [string, string, number][] = [
    ['Q6', '目前都还可以', 13],
    ['Q8', '我都可以', 12],
    ['Q9', '没有担心', 9],
    ['Q10', '不太会来', 5],
    ['Q14', '现在就挺好', 6],
    ['Q15', '暂时用不上', 8],
    ['Q16', '一般不说', 8],
    ['Q16', '不知道找谁', 9],
    ['Q17', '暂时没时间', 5],
  ]

  test.each(alone)('%s: “%s” goes with nothing else', (id, label, number) => {
    expect(labels(adult, id)[number - 1]).toBe(label)
    expect(problems(adult, { [id]: [number] })).toEqual([])
    for (let other = 1; other <= labels(adult, id).length; other++) {
      if (other === number) continue
      const both = problems(adult, { [id]: [other, number] })
      expect(both).toEqual([{ question: id, kind: 'exclusive' }])
    }
  })

  test('everything else can be picked together', () => {
    const exclusive = [adult, child].flatMap((edition) =>
      edition.sections
        .flatMap((s) => s.questions)
        .flatMap((q) => (q.kind === 'multiple' ? q.options.filter((o) => o.exclusive) : [])),
    )
    expect(exclusive.map((option) => option.label['zh-CN'])).toEqual(alone.map(([, l]) => l))
  })
})

describe('words of one’s own', () => {
  const written = (edition: Edition, id: string, length: number) =>
    checkAnswers(edition, { answers: { [id]: '树'.repeat(length) }, others: {} }).problems

  test.each(['Q18a', 'Q18b', 'Q18c'])('%s has room for 300 characters', (id) => {
    expect(written(adult, id, 300)).toEqual([])
    expect(written(adult, id, 301)).toEqual([{ question: id, kind: 'too-long', limit: 300 }])
  })

  test('a child’s sentence has room for 60 characters', () => {
    expect(written(child, 'K9', 60)).toEqual([])
    expect(written(child, 'K9', 61)).toEqual([{ question: 'K9', kind: 'too-long', limit: 60 }])
  })
})
