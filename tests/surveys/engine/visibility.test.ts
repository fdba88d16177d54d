import { describe, expect, test } from 'vitest'
import type { Filled } from '../../../surveys/engine/answers.ts'
import type { Condition } from '../../../surveys/engine/condition.ts'
import type { Question } from '../../../surveys/engine/definition.ts'
import { allOptions, visibleQuestions } from '../../../surveys/engine/visibility.ts'
import { withoutTexts } from '../../../surveys/engine/without-texts.ts'
import { offeredOptions } from './offered-options.ts'
import { edition, filled, named, options, sample, text } from './sample.ts'

const ids = (list: readonly { id: string }[]) => list.map((item) => item.id)
const ask = (id: string): Question => {
  const question = sample.sections.flatMap((section) => section.questions).find((q) => q.id === id)
  if (!question) throw new Error(id)
  return question
}

describe('a question is shown when its condition is met', () => {
  const rows: [Condition, boolean][] = [
    [{ question: 'pick', answered: true }, true],
    [{ question: 'skipped', answered: true }, false],
    [{ question: 'pick', is: 'a' }, true],
    [{ question: 'pick', is: 'b' }, false],
    [{ question: 'pick', isOneOf: ['b', 'a'] }, true],
    [{ question: 'skipped', isOneOf: ['b', 'a'] }, false],
    [{ question: 'list', includes: ['c', 'b'] }, true],
    [{ question: 'list', includes: ['c'] }, false],
    [{ question: 'list', picks: { atLeast: 2 } }, true],
    [{ question: 'list', picks: { atMost: 1 } }, false],
    [{ question: 'skipped', picks: { atMost: 0 } }, true],
    [{ question: 'age', number: { atLeast: 30 } }, true],
    [{ question: 'age', number: { atLeast: 31 } }, false],
    [{ question: 'age', number: { atLeast: 1, atMost: 30 } }, true],
    [{ question: 'skipped', number: { atMost: 99 } }, false],
    [{ not: { question: 'pick', is: 'a' } }, false],
    [{ not: { question: 'skipped', is: 'a' } }, true],
    [
      {
        all: [
          { question: 'pick', is: 'a' },
          { question: 'list', includes: ['b'] },
        ],
      },
      true,
    ],
    [
      {
        all: [
          { question: 'pick', is: 'a' },
          { question: 'list', includes: ['c'] },
        ],
      },
      false,
    ],
    [
      {
        any: [
          { question: 'pick', is: 'b' },
          { question: 'list', includes: ['b'] },
        ],
      },
      true,
    ],
    [
      {
        any: [
          { question: 'pick', is: 'b' },
          { question: 'list', includes: ['c'] },
        ],
      },
      false,
    ],
    [{ question: 'later', answered: true }, false],
    [{ question: 'nowhere', answered: true }, false],
  ]
  test.each(rows)('%j', (showIf, shown) => {
    const asked = edition([
      { id: 'pick', kind: 'single', title: text('?'), options: options('a', 'b') },
      { id: 'list', kind: 'multiple', title: text('?'), options: options('a', 'b', 'c') },
      { id: 'age', kind: 'number', title: text('?') },
      { id: 'skipped', kind: 'single', title: text('?'), options: options('a', 'b') },
      { id: 'asked', kind: 'text', title: text('?'), limit: 9, showIf },
      { id: 'later', kind: 'single', title: text('?'), options: options('a') },
    ])
    const answers = filled({ pick: 'a', list: ['a', 'b'], age: 30, later: 'a' })
    expect(ids(visibleQuestions(asked, answers)).includes('asked')).toBe(shown)
  })
})

describe('what is shown to whom', () => {
  const rows: [string, Filled['answers'], string[]][] = [
    [
      'with nothing answered',
      {},
      ['home', 'wishes', 'mood', 'lift', 'places', 'house', 'years', 'thanks'],
    ],
    [
      'away from home, a whole section less',
      { home: 'away' },
      ['home', 'wishes', 'places', 'house', 'years', 'thanks'],
    ],
    [
      'one wish has no most urgent one',
      { home: 'away', wishes: ['seats'] },
      ['home', 'wishes', 'places', 'house', 'years', 'thanks'],
    ],
    [
      'two wishes have',
      { home: 'away', wishes: ['seats', 'lift'] },
      ['home', 'wishes', 'urgent', 'places', 'house', 'years', 'thanks'],
    ],
    [
      'what was chosen is carried on',
      { home: 'away', house: { a: 'read' } },
      ['home', 'wishes', 'places', 'house', 'best', 'years', 'thanks'],
    ],
  ]
  test.each(rows)('%s', (_, answers, shown) => {
    expect(ids(visibleQuestions(sample, filled(answers)))).toEqual(shown)
  })

  test('the answer to a hidden question shows nothing', () => {
    const shown = ids(visibleQuestions(sample, filled({ home: 'away', lift: 'no' })))
    expect(shown).not.toContain('worries')
  })
})

describe('which options are offered', () => {
  test('those picked before, in the order of the definition', () => {
    const answers = filled({ wishes: ['lights', 'seats', 'other'] })
    expect(ids(offeredOptions(ask('urgent'), sample, answers))).toEqual([
      'seats',
      'lights',
      'other',
    ])
  })

  test('those chosen in pairs', () => {
    const answers = filled({ house: { b: 'play', a: 'craft' } })
    expect(ids(offeredOptions(ask('best'), sample, answers))).toEqual(['craft', 'play'])
  })

  test('an option with a condition, when it is met', () => {
    expect(ids(offeredOptions(ask('lift'), sample, filled({ home: 'two' })))).toContain('landlord')
    expect(ids(offeredOptions(ask('lift'), sample, filled({ home: 'one' })))).toEqual([
      'yes',
      'no',
      'else',
    ])
  })

  test('none where the question is not shown', () => {
    expect(offeredOptions(ask('mood'), sample, filled({ home: 'away' }))).toEqual([])
  })

  test('"none of these" is never carried on, and "other" asks for no second text', () => {
    const carried = allOptions(ask('urgent'), sample)
    expect(ids(carried)).toEqual(['seats', 'lift', 'trees', 'lights', 'other'])
    expect(carried.some((option) => option.other || option.exclusive)).toBe(false)
  })

  test('carried options stand before the question’s own', () => {
    const own: Question = {
      id: 'own',
      kind: 'single',
      title: text('?'),
      carriedFrom: 'list',
      options: options('none'),
    }
    const asked = edition([
      { id: 'list', kind: 'multiple', title: text('?'), options: options('a', 'b') },
      own,
    ])
    expect(ids(allOptions(own, asked))).toEqual(['a', 'b', 'none'])
    expect(ids(offeredOptions(own, asked, filled({ list: ['b'] })))).toEqual(['b', 'none'])
    expect(ids(offeredOptions(own, asked, filled({})))).toEqual(['none'])
  })

  test('every option of every kind has its place', () => {
    expect(ids(allOptions(ask('mood'), sample))).toEqual(['good', 'fair', 'bad', 'unsure'])
    expect(ids(allOptions(ask('house'), sample))).toEqual(['read', 'craft', 'plant', 'play'])
    expect(ids(allOptions(ask('places'), sample))).toEqual(['again', 'never'])
    expect(allOptions(ask('years'), sample)).toEqual([])
  })
})

test('without its texts an edition shows, offers and checks the same', () => {
  const bare = withoutTexts(sample)
  expect(JSON.stringify(bare)).not.toMatch(/[\u4e00-\u9fff]/)
  expect(JSON.stringify(bare).length).toBeLessThan(JSON.stringify(sample).length)
  const answers = filled({ home: 'two', wishes: ['seats', 'lift'], lift: 'no' })
  expect(ids(visibleQuestions(bare, answers))).toEqual(ids(visibleQuestions(sample, answers)))
})

test('a question with nothing to choose from is not shown', () => {
  const never: Question = {
    id: 'never',
    kind: 'multiple',
    title: text('?'),
    options: [{ ...named('a'), showIf: { question: 'never', answered: true } }],
  }
  expect(visibleQuestions(edition([never]), filled({ never: ['a'] }))).toEqual([])
})
