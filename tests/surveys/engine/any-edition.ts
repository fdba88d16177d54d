import fc from 'fast-check'
import type { Condition } from '../../../surveys/engine/condition.ts'
import type { Edition, Option, Question, QuestionOf } from '../../../surveys/engine/definition.ts'
import { edition, named, section, text } from './sample.ts'

// Few names, so that they meet often: references backward, forward, to oneself and to nothing.
const questionIds = ['Q0', 'Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'constructor']
const optionIds = ['a', 'b', 'c', 'd', 'toString']
export const questionId = fc.constantFrom(...questionIds)
export const optionId = fc.constantFrom(...optionIds)
const someOptions = fc.uniqueArray(optionId, { maxLength: 3 })
const bounds = fc.record(
  { atLeast: fc.integer({ min: 0, max: 3 }), atMost: fc.integer({ min: 0, max: 3 }) },
  { requiredKeys: [] },
)

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ question: questionId, answered: fc.constant(true as const) }),
    fc.record({ question: questionId, is: optionId }),
    fc.record({ question: questionId, isOneOf: someOptions }),
    fc.record({ question: questionId, includes: someOptions }),
    fc.record({ question: questionId, picks: bounds }),
    fc.record({ question: questionId, number: bounds }),
    fc.record({ all: fc.array(tie('condition'), { maxLength: 2 }) }),
    fc.record({ any: fc.array(tie('condition'), { maxLength: 2 }) }),
    fc.record({ not: tie('condition') }),
  ),
}))

const maybeCondition = fc.option(condition, { nil: undefined, freq: 1 })

const option = (id: string): fc.Arbitrary<Option> =>
  fc.record(
    {
      id: fc.constant(id),
      label: fc.constant(text(id)),
      other: fc.boolean(),
      exclusive: fc.boolean(),
      image: fc.constant({ src: '/pictures/bench.svg', alt: text('长椅') }),
      showIf: maybeCondition,
    },
    { requiredKeys: ['id', 'label'] },
  )

const ownOptions = fc
  .uniqueArray(optionId, { minLength: 1, maxLength: 5 })
  .chain((ids) => fc.tuple(...ids.map(option)))
  .map((list): Option[] => [...list])
const labelled = fc
  .uniqueArray(optionId, { minLength: 2, maxLength: 4 })
  .map((ids) => ids.map(named))
const limit = fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined })

const pairs: QuestionOf<'pair'>['pairs'] = [
  { id: 'x', options: [named('a'), named('b')] },
  { id: 'y', options: [named('c'), named('d')] },
]

const question = (id: string): fc.Arbitrary<Question> => {
  const asked = { id: fc.constant(id), title: fc.constant(text(id)), showIf: maybeCondition }
  return fc.oneof(
    fc.record({
      ...asked,
      kind: fc.constant('single' as const),
      options: fc.oneof(ownOptions, fc.constant<Option[]>([])),
      carriedFrom: fc.option(questionId, { nil: undefined }),
    }),
    fc.record({
      ...asked,
      kind: fc.constant('multiple' as const),
      options: ownOptions,
      min: limit,
      max: limit,
    }),
    fc.record({
      ...asked,
      kind: fc.constant('matrix' as const),
      rows: labelled,
      options: labelled,
    }),
    fc.record({
      ...asked,
      kind: fc.constant('scale' as const),
      points: labelled,
      dontKnow: fc.option(fc.constant(named('unsure')), { nil: undefined }),
    }),
    fc.record({
      ...asked,
      kind: fc.constant('pair' as const),
      pairs: fc.constant(pairs),
    }),
    fc.record({
      ...asked,
      kind: fc.constant('number' as const),
      min: fc.option(fc.integer({ min: -2, max: 1 }), { nil: undefined }),
      max: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
      whole: fc.boolean(),
    }),
    fc.record({
      ...asked,
      kind: fc.constant('text' as const),
      limit: fc.integer({ min: 1, max: 6 }),
    }),
    fc.record({
      ...asked,
      kind: fc.constant('rank' as const),
      options: labelled,
      most: limit,
    }),
    fc.record({
      ...asked,
      kind: fc.constant('budget' as const),
      options: labelled,
      total: fc.integer({ min: 1, max: 4 }),
      unit: fc.constant(text('个')),
    }),
    fc.record({
      ...asked,
      kind: fc.constant('date' as const),
      min: fc.constantFrom(undefined, '2026-03-02'),
      max: fc.constantFrom(undefined, '2026-03-04'),
    }),
    fc.record({
      ...asked,
      kind: fc.constant('pin' as const),
      plan: fc.constant({ src: '/plans/yard.svg', alt: text('院子'), width: 800, height: 600 }),
      categories: fc.option(labelled, { nil: undefined }),
      most: fc.integer({ min: 1, max: 3 }),
      comment: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
    }),
    fc.record({ ...asked, kind: fc.constantFrom('drawing' as const, 'photo' as const) }),
    fc.record({
      ...asked,
      kind: fc.constant('consent' as const),
      body: fc.constant(text('可以吗')),
      agree: fc.constant(text('可以')),
      decline: fc.constant(text('不可以')),
      by: fc.constantFrom(undefined, 'guardian' as const),
    }),
    fc.record({ ...asked, kind: fc.constant('note' as const) }),
  )
}

/** Any questionnaire at all: sound, or as wrong as the types allow. */
export const anyEdition: fc.Arbitrary<Edition> = fc
  .tuple(
    fc.tuple(...questionIds.slice(0, 3).map(question)),
    fc.tuple(...questionIds.slice(3).map(question)),
    maybeCondition,
  )
  .map(([first, second, showIf]) =>
    edition({ sections: [section('S', first), section('T', second, { showIf })] }),
  )
