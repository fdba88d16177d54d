import fc from 'fast-check'
import { type Answer, channels, type Filled, type Pin } from '../../../surveys/engine/answers.ts'
import { checkAnswers } from '../../../surveys/engine/check.ts'
import type { ColumnRow } from '../../../surveys/engine/columns.ts'
import type { Condition } from '../../../surveys/engine/condition.ts'
import type { Edition, Option, Question, QuestionOf } from '../../../surveys/engine/definition.ts'
import { edition, named, section, text } from './sample.ts'

// Few names, so that they meet often: references backward, forward, to oneself and to nothing.
const questionIds = ['Q0', 'Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'constructor']
const optionIds = ['a', 'b', 'c', 'd', 'toString']
const questionId = fc.constantFrom(...questionIds)
const optionId = fc.constantFrom(...optionIds)
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

const part = fc.oneof(
  fc.integer({ min: 0, max: 8 }).map((n) => n / 8),
  fc.double({ min: -0.1, max: 1.1, noNaN: true }),
)
const anyPin = fc
  .record(
    { x: part, y: part, category: optionId, comment: fc.string({ maxLength: 5 }) },
    { requiredKeys: ['x', 'y'] },
  )
  .map((pin): Pin => pin)

const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
  fc.constantFrom('yes', 'no', '2026-03-03', '2026年3月4日', '2026-02-31'),
  fc.constant('0f8fad5b-d9cb-469f-a165-70867728950e'),
  fc.array(anyPin, { maxLength: 4 }),
  fc.array(fc.constantFrom('10,10 3,-3', '0,0', '7,7 9', ''), { maxLength: 3 }),
  fc.dictionary(optionId, fc.integer({ min: -1, max: 4 })),
  optionId,
  fc.array(optionId, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('x', 'y', 'a', 'b'), optionId),
  fc.integer({ min: -3, max: 4 }),
  fc.double(),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
)

/** Any answers at all, to questions asked and not asked. */
export const anyFilled: fc.Arbitrary<Filled> = fc.record({
  answers: fc.dictionary(
    fc.oneof({ weight: 9, arbitrary: questionId }, { weight: 1, arbitrary: fc.string() }),
    anyAnswer,
  ),
  others: fc.dictionary(questionId, fc.string({ unit: 'binary' })),
})

/** A questionnaire and responses to it, kept as they would be stored. */
export const anyResponses: fc.Arbitrary<{ asked: Edition; rows: ColumnRow[] }> = fc
  .tuple(
    anyEdition,
    fc.array(
      fc.record({
        filled: anyFilled,
        day: fc.integer({ min: 20_700, max: 20_703 }),
        mailboxNumber: fc.integer({ min: 0, max: 3 }),
        channel: fc.constantFrom(...channels),
      }),
      { maxLength: 12 },
    ),
  )
  .map(([edition, responses]) => ({ asked: withoutClashes(edition), responses }))
  .map(({ asked, responses }) => ({
    asked,
    rows: responses.map(({ filled, ...rest }, i) => ({
      ...rest,
      seq: i + 1,
      answers: checkAnswers(asked, filled).kept.answers,
    })),
  }))

/** Where options are carried there are no others: one id standing for two options counts for neither. */
function withoutClashes(asked: Edition): Edition {
  return {
    ...asked,
    sections: asked.sections.map((section) => ({
      ...section,
      questions: section.questions.map((question) =>
        question.kind === 'single' && question.carriedFrom
          ? { ...question, options: [] }
          : question,
      ),
    })),
  }
}
