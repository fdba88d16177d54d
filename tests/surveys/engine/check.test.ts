import { describe, expect, test } from 'vitest'
import type { Filled } from '../../../surveys/engine/answers.ts'
import { checkAnswers, type Problem } from '../../../surveys/engine/check.ts'
import { filled, sample } from './sample.ts'

const kept = (answers: unknown, others: unknown = {}) =>
  checkAnswers(sample, { answers, others } as Filled)

describe('what is wrong with an answer is named, with the limit where there is one', () => {
  const rows: [string, Record<string, unknown>, Omit<Problem, 'question'>][] = [
    ['a question nobody asked', { nothing: 'x' }, { kind: 'unknown-question' }],
    ['an inherited name', { toString: 'x' }, { kind: 'unknown-question' }],
    ['an option that does not exist', { home: 'moon' }, { kind: 'unknown-option' }],
    ['an option that is not for this person', { lift: 'landlord' }, { kind: 'not-offered' }],
    [
      'four of at most three',
      { wishes: ['seats', 'lift', 'trees', 'lights'] },
      { kind: 'too-many', limit: 3 },
    ],
    ['"all is fine" beside a wish', { wishes: ['seats', 'fine'] }, { kind: 'exclusive' }],
    ['a list for one choice', { home: ['one'] }, { kind: 'wrong-type' }],
    ['one choice for a list', { wishes: 'seats' }, { kind: 'wrong-type' }],
    ['a number in a list', { wishes: [1] }, { kind: 'wrong-type' }],
    ['a word for a number', { years: 'ten' }, { kind: 'wrong-type' }],
    ['no number at all', { years: Number.NaN }, { kind: 'wrong-type' }],
    ['a list for rows', { places: ['again'] }, { kind: 'wrong-type' }],
    ['nothing where something stands', { home: null }, { kind: 'wrong-type' }],
    ['a row that does not exist', { places: { moon: 'again' } }, { kind: 'unknown-option' }],
    ['an option the row does not have', { places: { garden: 'moon' } }, { kind: 'unknown-option' }],
    ['an option of the other pair', { house: { a: 'plant' } }, { kind: 'unknown-option' }],
    ['a negative number of years', { years: -1 }, { kind: 'too-small', limit: 0 }],
    ['too many years', { years: 121 }, { kind: 'too-large', limit: 120 }],
    ['half a year', { years: 1.5 }, { kind: 'not-whole' }],
    ['an answer to a note', { thanks: 'you' }, { kind: 'wrong-type' }],
  ]
  test.each(rows)('%s', (_, answers, problem) => {
    const [question] = Object.keys(answers)
    const result = kept(answers)
    expect(result.problems).toEqual([{ question, ...problem }])
    expect(Object.keys(result.kept.answers)).not.toContain(question)
  })

  test('fewer picks than asked for', () => {
    const { problems } = kept({ lift: 'no', worries: ['light'] })
    expect(problems).toEqual([{ question: 'worries', kind: 'too-few', limit: 2 }])
  })

  test('a text that is longer than its limit', () => {
    expect(kept({ years: 5, words: '一二三四五六七八九十' }).problems).toEqual([])
    expect(kept({ years: 5, words: '一二三四五六七八九十百' }).problems).toEqual([
      { question: 'words', kind: 'too-long', limit: 10 },
    ])
  })

  test('an option not picked before cannot be called the most urgent', () => {
    const answers = { wishes: ['seats', 'lift'], urgent: 'trees' }
    expect(kept(answers).problems).toEqual([{ question: 'urgent', kind: 'not-offered' }])
  })
})

describe('what counts', () => {
  test('an answer to a hidden question is not counted, and is no fault', () => {
    const result = kept({ home: 'away', mood: 'good', lift: 'no', worries: ['light', 'noise'] })
    expect(result).toEqual({ kept: filled({ home: 'away' }), problems: [] })
  })

  test('a hidden answer hides what hangs on it', () => {
    expect(kept({ home: 'away', lift: 'no', worries: ['light', 'noise'] }).kept.answers).toEqual({
      home: 'away',
    })
  })

  test('a wrong answer hides what hangs on it in what is kept', () => {
    const result = kept({ wishes: ['seats', 'lift', 'trees', 'lights'], urgent: 'seats' })
    expect(result.problems).toEqual([{ question: 'wishes', kind: 'too-many', limit: 3 }])
    expect(result.kept.answers).toEqual({})
  })

  test('blank is not answered', () => {
    const blank = { home: '', wishes: [], places: {}, house: { a: '' }, years: '', words: '  \n ' }
    expect(kept(blank)).toEqual({ kept: filled({}), problems: [] })
  })

  test('the same picks are the same answer, in whatever order and however often they came', () => {
    expect(kept({ wishes: ['lights', 'seats', 'lights', ''] }).kept.answers).toEqual({
      wishes: ['seats', 'lights'],
    })
  })

  test('texts are trimmed, composed and freed of what cannot be seen', () => {
    const words = (written: string) => kept({ years: 9, words: written }).kept.answers.words
    expect(words('  e\u0301\r\nok\u0007 ')).toBe('é\nok')
    expect(words(`a${'\u0316'.repeat(40)}`)).toBe(`a${'\u0316'.repeat(8)}`)
  })

  test('a family is one character, and so is a flag', () => {
    expect(kept({ years: 9, words: '👨‍👩‍👧🇨🇳'.repeat(5) }).problems).toEqual([])
  })

  test('minus nought is nought', () => {
    expect(kept({ years: -0 }).kept.answers).toEqual({ years: 0 })
  })
})

describe('words beside "other"', () => {
  test('count where "other" was picked', () => {
    expect(kept({ wishes: ['other'] }, { wishes: ' 长椅 ' }).kept.others).toEqual({
      wishes: '长椅',
    })
    expect(kept({ lift: 'else' }, { lift: '再说' }).kept.others).toEqual({ lift: '再说' })
  })

  test('are dropped where it was not, or where the question is hidden', () => {
    const result = kept(
      { wishes: ['seats'], home: 'away', lift: 'else' },
      { wishes: '长椅', lift: '再说' },
    )
    expect(result.kept.others).toEqual({})
    expect(result.problems).toEqual([])
  })

  test('are not asked for twice: a carried "other" takes no words', () => {
    const answers = { wishes: ['seats', 'other'], urgent: 'other' }
    expect(kept(answers, { urgent: '再写一遍' }).kept).toEqual(filled(answers))
  })

  test('have a limit of 200, and losing them does not lose the tick', () => {
    const result = kept({ wishes: ['other'] }, { wishes: '长'.repeat(201) })
    expect(result.problems).toEqual([{ question: 'wishes', kind: 'too-long', limit: 200 }])
    expect(result.kept).toEqual(filled({ wishes: ['other'] }))
  })

  test('must be words, about a question that exists', () => {
    expect(kept({ wishes: ['other'] }, { wishes: 7 }).problems).toEqual([
      { question: 'wishes', kind: 'wrong-type' },
    ])
    expect(kept({}, { nothing: 'x' }).problems).toEqual([
      { question: 'nothing', kind: 'unknown-question' },
    ])
  })
})
