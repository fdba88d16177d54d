import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { AnswerSchema } from '../../../surveys/engine/answers.ts'
import { canonicalJson } from '../../../surveys/engine/canonical.ts'
import { checkAnswers } from '../../../surveys/engine/check.ts'
import { checkDefinition } from '../../../surveys/engine/check-definition.ts'
import { isBlank } from '../../../surveys/engine/is-blank.ts'
import { shownAnswers } from '../../../surveys/engine/shown-answers.ts'
import { journey, visibleQuestions } from '../../../surveys/engine/visibility.ts'
import { withoutTexts } from '../../../surveys/engine/without-texts.ts'
import { anySheet, anySheets } from './anything.ts'
import { consultation } from './sample.ts'

const runs = { numRuns: 500 }
const ids = (questions: readonly { id: string }[]) => questions.map((question) => question.id)

describe('whatever the questionnaire and whatever the answers', () => {
  test('nobody goes round in circles: each question comes once at most, in order', () => {
    fc.assert(
      fc.property(anySheet, ({ asked, filled }) => {
        const every = ids(asked.sections.flatMap((section) => section.questions))
        const shown = ids(visibleQuestions(asked, filled))
        expect(shown).toEqual(every.filter((id) => shown.includes(id)))
      }),
      runs,
    )
  })

  test('an answer to a hidden question never counts', () => {
    fc.assert(
      fc.property(anySheet, ({ asked, filled }) => {
        const { kept } = checkAnswers(asked, filled)
        const shown = ids(visibleQuestions(asked, kept))
        expect(shown).toEqual(expect.arrayContaining(Object.keys(kept.answers)))
        expect(Object.keys(kept.answers)).toEqual(expect.arrayContaining(Object.keys(kept.others)))
      }),
      runs,
    )
  })

  test('nor does it show or hide anything else', () => {
    fc.assert(
      fc.property(anySheet, ({ asked, filled }) => {
        const shown = ids(visibleQuestions(asked, filled))
        const answers = Object.fromEntries(
          Object.entries(filled.answers).filter(([id]) => shown.includes(id)),
        )
        expect(ids(visibleQuestions(asked, { ...filled, answers }))).toEqual(shown)
      }),
      runs,
    )
  })

  test('checking what was kept changes nothing and finds nothing wrong', () => {
    fc.assert(
      fc.property(anySheet, ({ asked, filled }) => {
        const { kept } = checkAnswers(asked, filled)
        expect(checkAnswers(asked, kept)).toEqual({ kept, problems: [] })
      }),
      runs,
    )
  })

  test('what was kept is shown alike, whether it is read again or taken as it stands', () => {
    fc.assert(
      fc.property(anySheet, ({ asked, filled }) => {
        const { kept } = checkAnswers(asked, filled)
        const read = journey(asked, kept).map(({ question, answer }) => [question.id, answer])
        expect([...shownAnswers(asked, kept.answers)]).toEqual(read)
      }),
      runs,
    )
  })

  test('with nothing wrong, what is kept shows the same questions', () => {
    fc.assert(
      fc.property(anySheet, ({ asked, filled }) => {
        const { kept, problems } = checkAnswers(asked, filled)
        if (problems.length > 0) return
        expect(visibleQuestions(asked, kept)).toEqual(visibleQuestions(asked, filled))
      }),
      runs,
    )
  })

  test('the page script, which has no texts, comes to the same result', () => {
    fc.assert(
      fc.property(anySheet, ({ asked, filled }) => {
        const rules = withoutTexts(asked)
        const checked = checkAnswers(asked, filled)
        expect(checkAnswers(rules, filled)).toEqual(checked)
        expect(isBlank(rules, checked.kept)).toBe(isBlank(asked, checked.kept))
      }),
      runs,
    )
  })

  test('what was kept can be sent, written down and read back as it was', () => {
    fc.assert(
      fc.property(anySheet, ({ asked, filled }) => {
        const { answers, others } = checkAnswers(asked, filled).kept
        const told = canonicalJson({ answers, others })
        expect(JSON.parse(told)).toEqual({ answers, others })
        expect(v.is(v.record(v.string(), AnswerSchema), JSON.parse(told).answers)).toBe(true)
        // Whichever way round the answers came, it is the same letter.
        const round = Object.fromEntries(Object.entries(answers).reverse())
        expect(canonicalJson({ others, answers: round })).toBe(told)
      }),
      runs,
    )
  })

  test('a question called impossible to reach is never reached', () => {
    fc.assert(
      fc.property(anySheets({ maxLength: 5 }), ({ asked, sheets }) => {
        const faults = checkDefinition(consultation(asked))
        const unreachable = faults.flatMap(({ kind, about }) =>
          kind === 'never-shown' ? [about] : [],
        )
        const reached = sheets.flatMap((filled) =>
          journey(asked, checkAnswers(asked, filled).kept).flatMap(({ question, options }) => [
            question.id,
            ...options.map(({ id }) => `${question.id}.${id}`),
          ]),
        )
        expect(reached.filter((about) => unreachable.includes(about))).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })
})
