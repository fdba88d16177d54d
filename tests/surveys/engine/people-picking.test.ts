import { expect, test } from 'vitest'
import { huicheng } from '../../../surveys/definitions/huicheng/consultation.ts'
import { type ColumnRow, encodeColumns } from '../../../surveys/engine/columns.ts'
import type { Edition } from '../../../surveys/engine/definition.ts'
import { peoplePicking } from '../../../surveys/engine/people-picking.ts'
import { questionsOf } from '../../../surveys/engine/questions.ts'

const [adult, child] = huicheng.editions as [Edition, Edition]

function people(edition: Edition, id: string, given: ColumnRow['answers'][], options: string[]) {
  const rows = given.map((answers, i) => ({
    ...{ seq: i + 1, day: 20_000, mailboxNumber: 0, channel: 'qr' as const },
    answers,
  }))
  const question = questionsOf(edition).get(id)
  if (!question) throw new Error(`no question ${id}`)
  return peoplePicking(question, edition, encodeColumns(edition, rows), options)
}

test('a child who picks the craft table and the play corner is one child, not two', () => {
  const both = { K6: { a: 'crafts', b: 'games' } }
  const one = { K6: { a: 'reading', b: 'games' } }
  const none = { K6: { a: 'reading', b: 'garden' } }
  expect(people(child, 'K6', [both, one, none, {}], ['crafts', 'games'])).toBe(2)
})

test('a resident who picks two options of the same item is one resident', () => {
  const given: ColumnRow['answers'][] = [
    { Q8: ['garden', 'demolish'] },
    { Q8: ['garden'] },
    { Q8: ['keep'] },
    {},
  ]
  expect(people(adult, 'Q8', given, ['garden', 'demolish'])).toBe(2)
})

test('whoever chose one of several single answers is counted once', () => {
  const given: ColumnRow['answers'][] = [{ Q1: 'hc1' }, { Q1: 'hc2' }, { Q1: 'nearby' }, {}]
  expect(people(adult, 'Q1', given, ['hc1', 'hc2'])).toBe(2)
})

test('a place a child would visit again counts in whichever row it was said', () => {
  const given: ColumnRow['answers'][] = [
    { K8: { garden: 'again', yard: 'again' } },
    { K8: { yard: 'no' } },
    {},
  ]
  expect(people(child, 'K8', given, ['again'])).toBe(1)
})
