import * as v from 'valibot'
import { expect, test } from 'vitest'
import { ConsultationSchema } from '../../../surveys/engine/definition.ts'
import { consultation, sample } from './sample.ts'

const sound = consultation(sample)
const written = JSON.stringify(sound)
/** The paths to what does not have the shape of a consultation. */
function wrongIn(json: string): (string | null)[] {
  const { issues = [] } = v.safeParse(ConsultationSchema, JSON.parse(json))
  return issues.map((issue) => v.getDotPath(issue)).sort()
}

test('a consultation written as JSON comes back as it was', () => {
  expect(v.parse(ConsultationSchema, JSON.parse(written))).toEqual(sound)
})

test('each thing of the wrong shape is found, and what nobody knows of', () => {
  const broken = written
    .replace('"kind":"scale"', '"kind":"slider"')
    .replace('"collectionDays":30', '"collectionDays":0,"colour":"red"')
  expect(wrongIn(broken)).toEqual([
    'collectionDays',
    'colour',
    'editions.0.sections.1.questions.0.kind',
  ])
})

test('a condition that is none is found', () => {
  const broken = written.replace('"picks":{"atLeast":2}', '"picks":{"atLeast":"2"}')
  expect(wrongIn(broken)).toEqual(['editions.0.sections.0.questions.2.showIf.picks.atLeast'])
})

test('nothing is asked without Chinese', () => {
  const broken = written.replace('"zh-CN":"院子"', '"en":"Yard"')
  expect(wrongIn(broken)).toContain('title.zh-CN')
})
