import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { garden } from '../../../surveys/definitions/garden/consultation.ts'
import { gardenResponses } from '../../../surveys/definitions/garden/synthetic.ts'
import { checkAnswers } from '../../../surveys/engine/check.ts'
import { checkDefinition } from '../../../surveys/engine/check-definition.ts'
import { ConsultationSchema } from '../../../surveys/engine/definition.ts'
import { questionsOf } from '../../../surveys/engine/questions.ts'
import { visibleQuestions } from '../../../surveys/engine/visibility.ts'

const [adult, child] = garden.editions
if (!adult || !child) throw new Error('the garden has two editions')

test('the garden’s questions have no fault and survive being written down', () => {
  expect(checkDefinition(garden)).toEqual([])
  expect(v.parse(ConsultationSchema, JSON.parse(JSON.stringify(garden)))).toEqual(garden)
})

test('between them, adults and children meet every newer kind of question', () => {
  const kinds = new Set(
    garden.editions.flatMap((edition) => [...questionsOf(edition).values()].map((q) => q.kind)),
  )
  for (const kind of ['rank', 'budget', 'date', 'pin', 'drawing', 'photo', 'consent'] as const) {
    expect(kinds).toContain(kind)
  }
})

test('every text is there in Chinese and in English', () => {
  const texts = textsIn(garden)
  expect(texts.length).toBeGreaterThan(80)
  for (const text of texts) {
    expect(Object.keys(text).sort(), JSON.stringify(text)).toEqual(['en', 'zh-CN'])
    expect(text.en).not.toMatch(/\p{Script=Han}/u)
  }
})

describe('a child is asked for a drawing', () => {
  const shown = (answers: Record<string, string>) =>
    visibleQuestions(child, { answers, others: {} }).map(({ id }) => id)

  test('only where its guardian said yes to just that', () => {
    expect(shown({})).not.toContain('G4')
    expect(shown({ G0: 'no' })).not.toContain('G4')
    expect(shown({ G0: 'yes' })).toContain('G4')
  })

  test('and a definition that asks without the guardian cannot be published', () => {
    const without = structuredClone(garden)
    for (const question of without.editions[1]?.sections[0]?.questions ?? []) {
      if (question.kind === 'drawing') delete question.showIf
    }
    expect(checkDefinition(without)).toMatchObject([{ kind: 'no-guardian-consent', about: 'G4' }])
  })
})

test('a choice by pictures shows every picture', () => {
  const without = structuredClone(garden)
  const first = without.editions[0]?.sections[0]?.questions[0]
  if (first?.kind === 'single') delete first.options[2]?.image
  expect(checkDefinition(without)).toMatchObject([{ kind: 'missing-image', about: 'play' }])
})

test('invented responses keep the rules, are the same every time, and answer every kind', () => {
  const responses = [...gardenResponses(2026, 400)]
  expect([...gardenResponses(2026, 400)]).toEqual(responses)
  const answered = new Set<string>()
  for (const { audience, filled } of responses) {
    const edition = audience === 'adult' ? adult : child
    expect(checkAnswers(edition, filled)).toEqual({ kept: filled, problems: [] })
    for (const id of Object.keys(filled.answers)) answered.add(id)
  }
  const all = [...questionsOf(adult).keys(), ...questionsOf(child).keys()]
  expect(all.filter((id) => !answered.has(id))).toEqual([])
  const said = responses.map(({ filled }) => filled.answers.P6)
  for (const answer of ['yes', 'no', undefined]) expect(said).toContain(answer)
  const pins = responses.map(({ filled }) => filled.answers.P4).filter(Array.isArray)
  const remarked = pins.flat().filter(hasComment)
  expect(remarked.length).toBeGreaterThan(50)
})

const hasComment = (pin: unknown) => typeof pin === 'object' && pin !== null && 'comment' in pin

function textsIn(value: unknown): Record<string, string>[] {
  if (typeof value !== 'object' || value === null) return []
  if ('zh-CN' in value) return [value as Record<string, string>]
  return Object.values(value).flatMap(textsIn)
}
