import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { garden } from '../../surveys/definitions/garden/consultation.ts'
import { huicheng } from '../../surveys/definitions/huicheng/consultation.ts'
import type { Answer, Filled, Pin } from '../../surveys/engine/answers.ts'
import { checkAnswers } from '../../surveys/engine/check.ts'
import type { Edition, Question, QuestionOf } from '../../surveys/engine/definition.ts'
import { guardianConsents } from '../../surveys/engine/guardian-consents.ts'
import { allOptions } from '../../surveys/engine/visibility.ts'
import { filledFromForm } from '../../web/form-answers.ts'
import { QuestionnairePage } from '../../web/resident/questionnaire-page.tsx'
import { sample } from '../db/sample.ts'
import { fieldsOf } from '../server/routes/resident-page.ts'

const editions = [...huicheng.editions, ...sample.editions, ...garden.editions]

describe('what is filled in on a page is what the form sends', () => {
  test.each(editions.map((edition) => [edition.title['zh-CN'], edition] as const))(
    '%s',
    (_, edition) => {
      fc.assert(
        fc.property(fillings(edition), fc.uuid({ version: 4 }), (given, seed) => {
          const filled = { ...given, answers: { ...given.answers, ...granted(edition) } }
          const form = new FormData()
          for (const [name, value] of fieldsOf(pageWith(edition, filled, seed))) {
            form.append(name, value)
          }
          expect(filledFromForm(edition, form)).toEqual(inFormOrder(edition, filled, form))
        }),
        { numRuns: 25 },
      )
    },
  )

  test('a number that is none is shown again as it was written', () => {
    const edition = sample.editions[0] as Edition
    const read = (text: string) => {
      const form = new FormData()
      form.append('Q4', text)
      return filledFromForm(edition, form).answers.Q4
    }
    expect(read('12')).toBe(12)
    expect(read(' １２ ')).toBe(12)
    expect(read('1e3')).toBe('1e3')
    expect(read('两个')).toBe('两个')
    expect(read('  ')).toBeUndefined()
  })

  test.each<[string, Record<string, string>, Answer | undefined, unknown]>([
    ['P2', { 'P2.seats': '2', 'P2.light': '1' }, ['light', 'seats'], undefined],
    ['P2', { 'P2.seats': '1', 'P2.light': '1' }, { seats: '1', light: '1' }, 'same-place'],
    ['P3', { 'P3.plants': '７', 'P3.lamps': '3' }, { plants: 7, lamps: 3 }, undefined],
    ['P3', { 'P3.plants': '8', 'P3.lamps': '3' }, { plants: 8, lamps: 3 }, 'overspent'],
    ['P3', { 'P3.plants': '两个', 'P3.lamps': '3' }, { plants: '两个', lamps: '3' }, 'wrong-type'],
    ['P4', { 'P4.2': 'C4' }, [{ x: 0.3125, y: 3.5 / 6 }], undefined],
    ['P4', { 'P4.1~comment': '这里暗' }, [{ x: -1, y: -1, comment: '这里暗' }], 'off-plan'],
    ['P5', { P5: '2027年4月10日' }, '2027年4月10日', undefined],
    ['P5', { P5: '四月十日' }, '四月十日', 'not-a-date'],
    ['P6', { P6: 'yes' }, 'yes', undefined],
  ])('%s filled in with %o', (question, fields, answer, problem) => {
    const edition = garden.editions[0] as Edition
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    const filled = filledFromForm(edition, form)
    expect(filled.answers).toEqual({ [question]: answer })
    expect(checkAnswers(edition, filled).problems[0]?.kind).toBe(problem)
    // Whatever it is, it is shown again just so.
    const again = new FormData()
    for (const [name, value] of fieldsOf(pageWith(edition, filled, 'any')))
      again.append(name, value)
    expect(filledFromForm(edition, again)).toEqual(filled)
  })

  test('a file sent where an answer should be is no answer', () => {
    const edition = sample.editions[0] as Edition
    const form = new FormData()
    form.append('Q1', new Blob(['x']), 'x.txt')
    form.append('Q2', new Blob(['x']), 'x.txt')
    expect(filledFromForm(edition, form)).toEqual({ answers: {}, others: {} })
  })
})

const pageWith = (edition: Edition, filled: Filled, seed: string) =>
  String(
    QuestionnairePage({
      reader: { locale: 'zh-CN', chosen: false, demo: false, here: '/' },
      sheet: { edition, filled, problems: [], seed, locale: 'zh-CN' },
      ...{ consultation: 'any', version: 1, particulars: {}, action: '', channel: 'link' },
    }),
  )

// Shuffled options are sent in the order they stand on the page.
function inFormOrder(edition: Edition, filled: Filled, form: FormData): Filled {
  const answers = { ...filled.answers }
  for (const { questions } of edition.sections) {
    for (const { id, kind } of questions) {
      const answer = answers[id]
      if (kind !== 'multiple' || !Array.isArray(answer)) continue
      const sent = form.getAll(id).map(String)
      expect([...sent].sort()).toEqual([...answer].sort())
      answers[id] = sent
    }
  }
  return { ...filled, answers }
}

const words = fc
  .string({ unit: fc.constantFrom('邻', '<', '"', '&', "'", 'é', '👍', ' ', '=', '\u0000a') })
  .map((text) => text.replace(/\0/g, '').trim())
  .filter((text) => text !== '')

function fillings(edition: Edition): fc.Arbitrary<Filled> {
  const questions = edition.sections.flatMap((section) => section.questions)
  const answers: Record<string, fc.Arbitrary<Answer>> = {}
  const others: Record<string, fc.Arbitrary<string>> = {}
  for (const question of questions) {
    const answer = answerTo(question, edition)
    if (answer) answers[question.id] = answer
    if (hasOther(question)) others[question.id] = words
  }
  return fc.record({ answers: some(answers), others: some(others) })
}

/** What a guardian's yes brings is on the page only after that yes, which travels with it. */
const granted = (edition: Edition): Record<string, Answer> =>
  Object.fromEntries(guardianConsents(edition).map(({ id }) => [id, 'yes']))

const some = <T>(entries: Record<string, fc.Arbitrary<T>>) =>
  fc.record(entries, { requiredKeys: [] }) as fc.Arbitrary<Record<string, T>>

const hasOther = (question: Question) =>
  'options' in question && question.options.some((option) => 'other' in option && option.other)

function answerTo(question: Question, edition: Edition): fc.Arbitrary<Answer> | undefined {
  const ids = allOptions(question, edition).map((option) => option.id)
  switch (question.kind) {
    case 'single':
    case 'scale':
      return fc.constantFrom(...ids)
    case 'multiple':
      return fc.subarray(ids, { minLength: 1 })
    case 'matrix': {
      const rows = question.rows.map((row) => [row.id, fc.constantFrom(...ids)] as const)
      return rowsOf(Object.fromEntries(rows))
    }
    case 'pair': {
      const rows = question.pairs.map(
        ({ id, options }) => [id, fc.constantFrom(...options.map((option) => option.id))] as const,
      )
      return rowsOf(Object.fromEntries(rows))
    }
    case 'number':
      return fc.integer({ min: -1000, max: 1000 })
    case 'text':
    case 'date':
      return words
    case 'consent':
      return fc.constantFrom(...ids)
    case 'rank':
      return fc.shuffledSubarray(ids, { minLength: 1, maxLength: question.most ?? ids.length })
    case 'budget':
      return some(
        Object.fromEntries(ids.map((id) => [id, fc.integer({ min: 0, max: 99 })])),
      ).filter((given) => Object.keys(given).length > 0)
    case 'pin':
      return fc.array(pinFor(question), { minLength: 1, maxLength: question.most })
    case 'drawing':
      return fc.array(fc.constantFrom('1,2', '10,10 3,-3', '0,750 1000,-750'), { minLength: 1 })
    case 'photo':
      return fc.uuid({ version: 4 })
    case 'note':
      return undefined
  }
}

function pinFor({ categories = [], comment }: QuestionOf<'pin'>): fc.Arbitrary<Pin> {
  const part = fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000)
  const about = {
    ...(categories.length > 0 && { category: fc.constantFrom(...categories.map(({ id }) => id)) }),
    ...(comment && { comment: words }),
  }
  return fc.record({ x: part, y: part, ...about }, { requiredKeys: ['x', 'y'] })
}

const rowsOf = (rows: Record<string, fc.Arbitrary<string>>): fc.Arbitrary<Answer> =>
  some(rows).filter((picks) => Object.keys(picks).length > 0)
