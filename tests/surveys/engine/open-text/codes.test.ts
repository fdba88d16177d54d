import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeColumns } from '../../../../surveys/engine/columns.ts'
import {
  agree,
  codeAgreement,
  isReadTwice,
  overallAgreement,
} from '../../../../surveys/engine/open-text/agreement.ts'
import { isCoded, withCodes } from '../../../../surveys/engine/open-text/coded-question.ts'
import { suggestCodes } from '../../../../surveys/engine/open-text/suggest-codes.ts'
import { questionsOf } from '../../../../surveys/engine/questions.ts'
import { tally } from '../../../../surveys/engine/tally.ts'
import { yard } from '../../../db/sample.ts'

const label = (chinese: string) => ({ 'zh-CN': chinese })

test('codes stand right after their question and count people whose text was read', () => {
  const rows = [2, 5, 9, 11].map((seq) => ({
    ...{ seq, day: 20_000, mailboxNumber: 1, channel: 'qr' as const },
    answers: { Q1: 'a', Q5: '树' },
  }))
  const codes = ['c1', 'c2', 'c3'].map((id) => ({ id, label: label(id) }))
  const read = new Map([
    [2, ['c1', 'c3']],
    [9, ['c1', 'gone']],
    [11, []],
    [99, ['c2']],
  ])
  const { edition, columns } = withCodes(yard, encodeColumns(yard, rows), [
    { question: 'Q5', title: label('归类'), codes, read },
  ])
  const ids = [...questionsOf(edition).keys()]
  expect(ids.slice(ids.indexOf('Q5'))).toEqual(['Q5', 'Q5_codes'])
  const question = questionsOf(edition).get('Q5_codes')
  expect(question && isCoded(question)).toBe(true)
  expect(question && tally(question, edition, columns)).toMatchObject({
    ...{ shown: 3, answered: 2, counts: [2, 0, 1] },
  })
})

test('thirty codes fit, each with its own people', () => {
  const codes = Array.from({ length: 30 }, (_, at) => ({ id: `c${at + 1}`, label: label('x') }))
  const rows = codes.map((_, at) => ({
    ...{ seq: at + 1, day: 1, mailboxNumber: 0, channel: 'qr' as const },
    answers: { Q1: 'a', Q5: '树' },
  }))
  const read = new Map(codes.map(({ id }, at) => [at + 1, [id]]))
  const { edition, columns } = withCodes(yard, encodeColumns(yard, rows), [
    { question: 'Q5', title: label('归类'), codes, read },
  ])
  const question = questionsOf(edition).get('Q5_codes')
  const tallied = question && tally(question, edition, columns)
  expect(tallied).toMatchObject({ shown: 30, counts: codes.map(() => 1) })
})

test('an edition without codes is what it was', () => {
  const columns = encodeColumns(yard, [])
  expect(withCodes(yard, columns, [])).toMatchObject({ columns: { count: 0 } })
})

test('rules suggest a code by any of their words, however they were separated', () => {
  const codes = [
    { id: 'c1', rules: '路灯、照明\n太暗' },
    { id: 'c2', rules: 'ｗｉｆｉ，' },
    { id: 'c3', rules: '' },
  ]
  expect(suggestCodes('路灯太暗，WIFI也没有', codes)).toEqual([
    { id: 'c1', words: ['路灯', '太暗'] },
    { id: 'c2', words: ['ｗｉｆｉ'] },
  ])
})

test('agreement on a code is Cohen’s kappa of yes and no', () => {
  // Cohen's kappa for 20, 5, 10, 15: the worked example of Wikipedia's article, 0.4.
  const times = (n: number, first: string[], second: string[]) =>
    Array.from({ length: n }, () => ({ first, second }))
  const readings = [
    ...times(20, ['c1'], ['c1']),
    ...times(5, ['c1'], []),
    ...times(10, [], ['c1']),
    ...times(15, [], []),
  ]
  const found = codeAgreement(readings, 'c1')
  expect(found).toMatchObject({ both: 20, firstOnly: 5, secondOnly: 10, neither: 15 })
  expect(found.kappa).toBeCloseTo(0.4, 10)
  expect(overallAgreement(readings, ['c1'])).toEqual(found)
  expect(codeAgreement(times(3, [], []), 'c1').kappa).toBeUndefined()
})

test('the order in which codes were ticked is no disagreement', () => {
  expect(agree({ first: ['c1', 'c2'], second: ['c2', 'c1'] })).toBe(true)
  expect(agree({ first: ['c1'], second: ['c1', 'c2'] })).toBe(false)
})

test('a fifth of all texts is read twice, wherever they stand', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (from) => {
      let twice = 0
      for (let seq = from; seq < from + 1000; seq++) if (isReadTwice(seq)) twice++
      expect(twice).toBeGreaterThan(150)
      expect(twice).toBeLessThan(250)
    }),
  )
})
