import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { huicheng } from '../../surveys/definitions/huicheng/consultation.ts'
import type { Answer, Filled } from '../../surveys/engine/answers.ts'
import type { Edition, Question } from '../../surveys/engine/definition.ts'
import { allOptions } from '../../surveys/engine/visibility.ts'
import { filledFromForm } from '../../web/form-answers.ts'
import { QuestionnairePage } from '../../web/resident/questionnaire-page.tsx'
import { sample } from '../db/sample.ts'
import { fieldsOf } from '../server/routes/resident-page.ts'

const editions = [...huicheng.editions, ...sample.editions]

describe('what is filled in on a page is what the form sends', () => {
  test.each(editions.map((edition) => [edition.title['zh-CN'], edition] as const))(
    '%s',
    (_, edition) => {
      fc.assert(
        fc.property(fillings(edition), fc.uuid({ version: 4 }), (filled, seed) => {
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
      ...{ consultation: 'any', version: 1, particulars: {}, channel: 'link' },
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
      return words
    case 'note':
      return undefined
  }
}

const rowsOf = (rows: Record<string, fc.Arbitrary<string>>): fc.Arbitrary<Answer> =>
  some(rows).filter((picks) => Object.keys(picks).length > 0)
