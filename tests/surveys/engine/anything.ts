import fc from 'fast-check'
import { type Answer, channels, type Filled, type Pin } from '../../../surveys/engine/answers.ts'
import { checkAnswers } from '../../../surveys/engine/check.ts'
import type { ColumnRow } from '../../../surveys/engine/columns.ts'
import type { Edition, Question } from '../../../surveys/engine/definition.ts'
import { allOptions } from '../../../surveys/engine/visibility.ts'
import { anyEdition, optionId, questionId } from './any-edition.ts'

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
const anyFilled: fc.Arbitrary<Filled> = fc.record({
  answers: fc.dictionary(
    fc.oneof({ weight: 9, arbitrary: questionId }, { weight: 1, arbitrary: fc.string() }),
    anyAnswer,
  ),
  others: fc.dictionary(questionId, fc.string({ unit: 'binary' })),
})

/** Answers to this questionnaire: most of them fit, some are anything at all. */
const filledFor = (asked: Edition): fc.Arbitrary<Filled> => {
  const questions = asked.sections.flatMap((section) => section.questions)
  const answers = questions.map((question) =>
    fc.option(
      fc.oneof(
        { weight: 6, arbitrary: fitting(question, asked) },
        { weight: 1, arbitrary: anyAnswer },
      ),
      { nil: undefined, freq: 5 },
    ),
  )
  const mostlyFitting = fc.record({
    answers: fc
      .tuple(...answers)
      .map((given) =>
        Object.fromEntries(
          questions.flatMap(({ id }, i) => (given[i] === undefined ? [] : [[id, given[i]]])),
        ),
      ),
    others: fc.dictionary(questionId, fc.string({ unit: 'binary' })),
  })
  return fc.oneof({ weight: 5, arbitrary: mostlyFitting }, { weight: 1, arbitrary: anyFilled })
}

const day = fc.oneof(
  fc.integer({ min: 1, max: 5 }).map((n) => `2026-03-0${n}`),
  // In other months, which are groups of their own.
  fc.constantFrom('2026-02-28', '2026-04-01'),
)

/** What somebody who means well answers, though not always within the limits. */
function fitting(question: Question, asked: Edition): fc.Arbitrary<Answer> {
  const ids = allOptions(question, asked).map(({ id }) => id)
  const oneOf = (options: readonly { id: string }[]) =>
    fc.constantFrom(...options.map(({ id }) => id))
  // A row left blank is one that was skipped.
  const rows = (list: readonly { id: string; options: readonly { id: string }[] }[]) =>
    fc.record(
      Object.fromEntries(
        list.map(({ id, options }) => [id, oneOf([...options, ...options, { id: '' }])]),
      ),
    )
  switch (question.kind) {
    case 'single':
    case 'scale':
    case 'consent':
      return ids.length > 0 ? fc.constantFrom(...ids) : anyAnswer
    case 'multiple':
      return fc.subarray(ids, { minLength: 1 })
    case 'matrix':
      return rows(question.rows.map(({ id }) => ({ id, options: question.options })))
    case 'pair':
      return rows(question.pairs)
    case 'number':
      return fc.integer({ min: -2, max: 3 })
    case 'text':
      return fc.string({ unit: 'grapheme', maxLength: 6 })
    case 'rank':
      return fc.shuffledSubarray(ids, { minLength: 1 })
    case 'budget':
      return fc.dictionary(fc.constantFrom(...ids), fc.integer({ min: 0, max: 2 }))
    case 'date':
      return day
    case 'pin': {
      const place = fc.integer({ min: 0, max: 8 }).map((n) => n / 8)
      const category = question.categories ? oneOf(question.categories) : fc.constant('')
      const pin = fc.record({ x: place, y: place, category }, { requiredKeys: ['x', 'y'] })
      return fc.array(pin, { maxLength: question.most }).map((pins): Pin[] => pins)
    }
    case 'drawing':
      return fc.constant(['10,10 3,-3'])
    case 'photo':
      return fc.constant('0f8fad5b-d9cb-469f-a165-70867728950e')
    case 'note':
      return anyAnswer
  }
}

/** A questionnaire and so many people's answers to it. */
export const anySheets = (people: fc.ArrayConstraints) =>
  anyEdition.chain((asked) =>
    fc.array(filledFor(asked), people).map((sheets) => ({ asked, sheets })),
  )

/** A questionnaire and one person's answers to it. */
export const anySheet: fc.Arbitrary<{ asked: Edition; filled: Filled }> = anyEdition.chain(
  (asked) => filledFor(asked).map((filled) => ({ asked, filled })),
)

/** A questionnaire and responses to it, kept as they would be stored. */
export const anyResponses: fc.Arbitrary<{ asked: Edition; rows: ColumnRow[] }> = anyEdition
  .map(withoutClashes)
  .chain((asked) =>
    fc
      .array(
        fc.record({
          filled: filledFor(asked),
          day: fc.integer({ min: 20_700, max: 20_703 }),
          mailboxNumber: fc.integer({ min: 0, max: 3 }),
          channel: fc.constantFrom(...channels),
        }),
        { maxLength: 12 },
      )
      .map((responses) => ({
        asked,
        rows: responses.map(({ filled, ...rest }, i) => ({
          ...rest,
          seq: i + 1,
          answers: checkAnswers(asked, filled).kept.answers,
        })),
      })),
  )

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
