import { describe, expect, test } from 'vitest'
import { checkDefinition } from '../../../surveys/engine/check-definition.ts'
import type { Condition } from '../../../surveys/engine/condition.ts'
import type {
  Consultation,
  Edition,
  Question,
  QuestionOf,
} from '../../../surveys/engine/definition.ts'
import { consultation, edition, named, notice, options, sample, section, text } from './sample.ts'

const faults = (subject: Consultation) =>
  checkDefinition(subject).map(({ path, kind }) => `${kind} ${path}`)
const inEdition = (subject: Edition) =>
  faults(consultation(subject)).map((fault) => fault.replace('editions.0.', ''))
const inQuestions = (...questions: Question[]) =>
  inEdition(edition(questions)).map((fault) => fault.replace('sections.0.questions.', ''))

/** As many questions as a child may be asked. */
const forAChild: Edition = { ...sample, sections: sample.sections.slice(-1) }

const single = (id: string, more?: Partial<QuestionOf<'single'>>): Question => ({
  id,
  kind: 'single',
  title: text('?'),
  options: options('a', 'b', 'c'),
  ...more,
})
const multiple = (id: string, more?: Partial<QuestionOf<'multiple'>>): Question => ({
  id,
  kind: 'multiple',
  title: text('?'),
  options: [...options('a', 'b', 'c'), { ...named('none'), exclusive: true }],
  ...more,
})
const years = (id: string): Question => ({ id, kind: 'number', title: text('?'), min: 0, max: 99 })
const words = (id: string, showIf?: Condition): Question => ({
  id,
  kind: 'text',
  title: text('?'),
  limit: 9,
  ...(showIf && { showIf }),
})

test('a sound questionnaire has no fault', () => {
  expect(faults(consultation(sample))).toEqual([])
})

describe('names', () => {
  test('two questions cannot share an id, not even by case', () => {
    expect(inQuestions(words('Q1'), words('q1'))).toEqual(['duplicate-id 1'])
  })
  test('nor can options, rows, points or pairs of one question', () => {
    const two = [named('a'), named('A')]
    expect(inQuestions(single('Q1', { options: options('a', 'A') }))).toEqual([
      'duplicate-id 0.options.1',
    ])
    const matrix: Question = { id: 'M', kind: 'matrix', title: text('?'), rows: two, options: two }
    expect(inQuestions(matrix)).toEqual(['duplicate-id 0.rows.1', 'duplicate-id 0.options.1'])
    const scale: Question = {
      id: 'S',
      kind: 'scale',
      title: text('?'),
      points: [named('a'), named('b')],
      dontKnow: named('a'),
    }
    expect(inQuestions(scale)).toEqual(['duplicate-id 0.dontKnow'])
    const pair: Question = {
      id: 'P',
      kind: 'pair',
      title: text('?'),
      pairs: [
        { id: 'x', options: [named('a'), named('b')] },
        { id: 'x', options: [named('c'), named('a')] },
      ],
    }
    expect(inQuestions(pair)).toEqual([
      'duplicate-id 0.pairs.1',
      'duplicate-id 0.pairs.1.options.1',
    ])
  })
  test('a carried option cannot meet another of the same name', () => {
    const carried = single('Q2', { carriedFrom: 'Q1', options: options('z', 'a') })
    expect(inQuestions(multiple('Q1'), carried)).toEqual(['duplicate-id 1.options.1'])
  })
  test('the Unicode form makes no difference either', () => {
    expect(inQuestions(words('\u00e9'), words('e\u0301'))).toEqual(['duplicate-id 1'])
  })
  test('sections have names of their own', () => {
    const twice = { sections: [section('S', [words('Q1')]), section('s', [words('Q2')])] }
    expect(inEdition(edition(twice))).toEqual(['duplicate-id sections.1'])
  })
  test('names that every object answers to are refused', () => {
    for (const id of ['constructor', 'toString', 'hasOwnProperty', '__proto__', 'prototype']) {
      expect(inQuestions(words(id))).toEqual(['reserved-id 0'])
      expect(inQuestions(single('Q', { options: options(id) }))).toEqual([
        'reserved-id 0.options.0',
      ])
    }
  })
  test('no two mailboxes share a code, no two editions an audience', () => {
    const plain = consultation(sample, sample)
    const [first] = plain.neighbourhoods
    if (!first) throw new Error('no neighbourhood')
    expect(
      faults({ ...plain, neighbourhoods: [first, { ...first, id: 'second' }] }).sort(),
    ).toEqual(['duplicate-audience editions.1', 'duplicate-mailbox neighbourhoods.1.mailboxes.0'])
  })
})

describe('references', () => {
  test('to a question that does not exist', () => {
    expect(inQuestions(words('Q1', { question: 'Q9', answered: true }))).toEqual([
      'unknown-question 0.showIf',
    ])
    expect(inQuestions(single('Q1', { carriedFrom: 'Q9' }))).toEqual([
      'unknown-question 0.carriedFrom',
    ])
  })
  test('to a question further down', () => {
    expect(inQuestions(words('Q1', { question: 'Q2', is: 'a' }), single('Q2'))).toEqual([
      'forward-reference 0.showIf',
    ])
    expect(
      inQuestions(
        single('Q1', { carriedFrom: 'Q2' }),
        multiple('Q2', { options: options('x', 'y') }),
      ),
    ).toEqual(['forward-reference 0.carriedFrom'])
  })
  test('to itself, or round about back to itself', () => {
    expect(inQuestions(words('Q1', { question: 'Q1', answered: true }))).toEqual(['cycle 0.showIf'])
    expect(
      inQuestions(
        words('Q1', { any: [{ question: 'Q3', answered: true }] }),
        words('Q2', { question: 'Q1', answered: true }),
        words('Q3', { not: { question: 'Q2', answered: true } }),
      ),
    ).toEqual(['cycle 0.showIf.any.0'])
  })
  test('of a section to a question inside it, or after it', () => {
    const showIf: Condition = { question: 'Q2', answered: true }
    const inside = { sections: [section('S', [words('Q1'), words('Q2')], { showIf })] }
    expect(inEdition(edition(inside))).toEqual(['cycle sections.0.showIf'])
    const after = {
      sections: [section('S', [words('Q1')], { showIf }), section('T', [words('Q2')])],
    }
    expect(inEdition(edition(after))).toEqual(['forward-reference sections.0.showIf'])
  })
  test('of an option to its own question', () => {
    const option = { ...named('z'), showIf: { question: 'Q1', is: 'a' } }
    expect(inQuestions(single('Q1', { options: [...options('a'), option] }))).toEqual([
      'cycle 0.options.1.showIf',
    ])
  })
  test('to an option that does not exist', () => {
    expect(inQuestions(single('Q1'), words('Q2', { question: 'Q1', isOneOf: ['a', 'z'] }))).toEqual(
      ['unknown-option 1.showIf.isOneOf.1'],
    )
    expect(inQuestions(single('Q1'), words('Q2', { question: 'Q1', is: 'z' }))).toEqual([
      'unknown-option 1.showIf.is',
    ])
    // "None of these" is not carried, so nobody can pick it there.
    expect(
      inQuestions(
        multiple('Q1'),
        single('Q2', { carriedFrom: 'Q1', options: [] }),
        words('Q3', { question: 'Q2', is: 'none' }),
      ),
    ).toEqual(['unknown-option 2.showIf.is'])
  })
  test('that a question of this kind cannot answer', () => {
    const rows: [Question, Condition][] = [
      [single('Q1'), { question: 'Q1', includes: ['a'] }],
      [single('Q1'), { question: 'Q1', picks: { atLeast: 1 } }],
      [multiple('Q1'), { question: 'Q1', is: 'a' }],
      [multiple('Q1'), { question: 'Q1', number: { atLeast: 1 } }],
      [years('Q1'), { question: 'Q1', is: 'a' }],
      [words('Q1'), { question: 'Q1', is: 'a' }],
      [
        { id: 'Q1', kind: 'note', title: text('!') },
        { question: 'Q1', answered: true },
      ],
    ]
    for (const [question, condition] of rows) {
      expect(inQuestions(question, words('Q2', condition))).toEqual(['wrong-condition 1.showIf'])
    }
  })
  test('that say nothing', () => {
    expect(inQuestions(words('Q1', { all: [] }))).toEqual(['empty-condition 0.showIf'])
    expect(inQuestions(words('Q1', { any: [] }))).toEqual(['empty-condition 0.showIf'])
    expect(inQuestions(single('Q1'), words('Q2', { question: 'Q1', isOneOf: [] }))).toEqual([
      'empty-condition 1.showIf.isOneOf',
    ])
    expect(inQuestions(years('Q1'), words('Q2', { question: 'Q1', number: {} }))).toEqual([
      'empty-condition 1.showIf.number',
    ])
  })
  test('that carry from a question with nothing to carry', () => {
    expect(inQuestions(years('Q1'), single('Q2', { carriedFrom: 'Q1' }))).toEqual([
      'nothing-to-carry 1.carriedFrom',
    ])
  })
})

describe('limits that contradict each other', () => {
  test('in a question with several picks', () => {
    expect(inQuestions(multiple('Q', { min: 2 }))).toEqual(['exclusive-with-min 0.min'])
    expect(inQuestions(multiple('Q', { options: options('a', 'b', 'c'), min: 3, max: 2 }))).toEqual(
      ['min-above-max 0.min'],
    )
    expect(inQuestions(multiple('Q', { max: 5 }))).toEqual(['max-above-options 0.max'])
  })
  test('in a number', () => {
    expect(inQuestions({ id: 'Q', kind: 'number', title: text('?'), min: 2, max: 1 })).toEqual([
      'min-above-max 0.min',
    ])
  })
  test('there is room to write beside one option only', () => {
    const others = [
      { ...named('x'), other: true },
      { ...named('y'), other: true },
    ]
    expect(inQuestions(multiple('Q', { options: others }))).toEqual(['several-others 0.options.1'])
  })
})

describe('what nobody can ever be shown', () => {
  const a: Condition = { question: 'Q1', is: 'a' }
  const b: Condition = { question: 'Q1', is: 'b' }
  const rows: [string, Question[], string[]][] = [
    ['two answers to one question', [single('Q1'), words('Q2', { all: [a, b] })], ['1']],
    ['one of two answers', [single('Q1'), words('Q2', { any: [a, b] })], []],
    ['an answer and not that answer', [single('Q1'), words('Q2', { all: [a, { not: a }] })], ['1']],
    [
      'none of its answers, yet answered',
      [
        single('Q1'),
        words('Q2', {
          all: [
            { question: 'Q1', answered: true },
            { not: { question: 'Q1', isOneOf: ['a', 'b', 'c'] } },
          ],
        }),
      ],
      ['1'],
    ],
    [
      'an answer to a question that is hidden then',
      [
        single('Q1'),
        single('Q2', { showIf: a }),
        words('Q3', { all: [b, { question: 'Q2', is: 'a' }] }),
      ],
      ['2'],
    ],
    [
      'no answer to a question that is hidden then',
      [
        single('Q1'),
        single('Q2', { showIf: a }),
        words('Q3', { all: [b, { not: { question: 'Q2', is: 'a' } }] }),
      ],
      [],
    ],
    [
      'what follows from what is never shown',
      [single('Q1'), words('Q2', { all: [a, b] }), words('Q3', { question: 'Q2', answered: true })],
      ['1', '2'],
    ],
    [
      'more picks than are allowed',
      [multiple('Q1', { max: 2 }), words('Q2', { question: 'Q1', picks: { atLeast: 3 } })],
      ['1'],
    ],
    [
      '"none of these" beside another',
      [
        multiple('Q1'),
        words('Q2', {
          all: [
            { question: 'Q1', includes: ['a'] },
            { question: 'Q1', includes: ['none'] },
          ],
        }),
      ],
      ['1'],
    ],
    [
      '"none of these" alone',
      [
        multiple('Q1'),
        words('Q2', {
          all: [
            { question: 'Q1', picks: { atMost: 1 } },
            { question: 'Q1', includes: ['none'] },
          ],
        }),
      ],
      [],
    ],
    [
      'three different picks of at most two',
      [
        multiple('Q1', { max: 2 }),
        words('Q2', {
          all: ['a', 'b', 'c'].map((id): Condition => ({ question: 'Q1', includes: [id] })),
        }),
      ],
      ['1'],
    ],
    [
      'a number that is not allowed',
      [years('Q1'), words('Q2', { question: 'Q1', number: { atLeast: 100 } })],
      ['1'],
    ],
    [
      'a carried option that was not picked',
      [
        multiple('Q1'),
        single('Q2', { carriedFrom: 'Q1', options: [] }),
        words('Q3', {
          all: [{ question: 'Q2', is: 'a' }, { not: { question: 'Q1', includes: ['a'] } }],
        }),
      ],
      ['2'],
    ],
    ['a choice of nothing', [single('Q1', { options: [] })], ['0']],
  ]
  test.each(rows)('%s', (_, questions, paths) => {
    expect(inQuestions(...questions)).toEqual(paths.map((path) => `never-shown ${path}`))
  })

  test('an option for nobody', () => {
    const option = { ...named('z'), showIf: b }
    const asked = [single('Q1'), single('Q2', { options: [...options('x'), option], showIf: a })]
    expect(inQuestions(...asked)).toEqual(['never-shown 1.options.1'])
  })

  test('a section for nobody, named once', () => {
    const sections = [
      section('S', [single('Q1')]),
      section('T', [words('Q2'), words('Q3')], { showIf: { all: [a, b] } }),
    ]
    expect(inEdition(edition({ sections }))).toEqual(['never-shown sections.1.showIf'])
  })
})

describe('the whole consultation', () => {
  test('a child is asked as well as its guardian', () => {
    const child: Edition = { ...forAChild, audience: 'child' }
    expect(inEdition(child)).toEqual(['missing-assent editions.0'])
    expect(inEdition({ ...child, assent: notice })).toEqual([])
  })

  test('a topic links questions and options that exist, and uses each of them', () => {
    const plain = consultation(sample, { ...forAChild, audience: 'child', assent: notice })
    const withTopic = (question: string, links: Record<string, string[]>): Consultation => ({
      ...plain,
      topics: [
        {
          id: 'house',
          title: text('旧库房'),
          questions: [
            { audience: 'adult', question: 'wishes' },
            { audience: 'child', question },
          ],
          items: [{ id: 'reading', label: text('看书'), options: links }],
        },
      ],
    })
    const both = { wishes: ['seats'], house: ['read'] }
    expect(faults(withTopic('house', both))).toEqual([])
    expect(faults(withTopic('moon', { wishes: ['seats'] }))).toEqual([
      'broken-topic topics.0.questions.1',
    ])
    expect(faults(withTopic('words', both))).toEqual([
      'broken-topic topics.0.questions.1',
      'broken-topic topics.0.items.0.options.house',
    ])
    expect(faults(withTopic('house', { ...both, house: ['moon'] }))).toEqual([
      'broken-topic topics.0.items.0.options.house.0',
    ])
    expect(faults(withTopic('house', { wishes: ['seats'] }))).toEqual([
      'broken-topic topics.0.questions.1',
    ])
  })

  test('more than 300 questions or 2,000 conditions are too many', () => {
    const many = Array.from({ length: 301 }, (_, i) => words(`Q${i}`))
    expect(inQuestions(...many)).toEqual(['too-many-questions editions.0'])
    const all = Array.from({ length: 2000 }, (): Condition => ({ question: 'Q1', answered: true }))
    expect(inQuestions(words('Q1'), words('Q2', { all }))).toEqual([
      'too-many-conditions editions.0',
    ])
  })
})
