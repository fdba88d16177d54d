import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Answer } from '../../../../surveys/engine/answers.ts'
import { type Columns, encodeColumns } from '../../../../surveys/engine/columns.ts'
import { sideOf } from '../../../../surveys/engine/compare/side.ts'
import { withGroups } from '../../../../surveys/engine/compare/with-groups.ts'
import { crossSides } from '../../../../surveys/engine/cross-tab.ts'
import type { Edition, Question } from '../../../../surveys/engine/definition.ts'
import { questionsOf } from '../../../../surveys/engine/questions.ts'
import { select } from '../../../../surveys/engine/selection.ts'
import { tally } from '../../../../surveys/engine/tally.ts'
import { tallyByMailbox } from '../../../../surveys/engine/tally-by-mailbox.ts'
import { yard } from '../../../db/sample.ts'

const text = { 'zh-CN': '字' }
const upTo = (most: number) => Array.from({ length: most }, (_, at) => at)
const optionsOf = (most: number) => upTo(most).map((at) => ({ id: `o${at}`, label: text }))
const asking = (...questions: Question[]): Edition => ({
  ...yard,
  sections: [{ id: 'all', questions }],
})
const rowsOf = (people: { mailboxNumber?: number; answers: Record<string, Answer> }[]) =>
  people.map((one, at) => ({
    ...{ seq: at + 1, day: 20_000, channel: 'qr' as const, mailboxNumber: 0 },
    ...one,
  }))
/** How many of these are each of the first so many numbers. */
const times = (all: readonly number[], most: number) =>
  upTo(most).map((number) => all.filter((one) => one === number).length)

const consent: Question = {
  ...{ id: 'ok', kind: 'consent', title: text, body: text, agree: text, decline: text },
}

test('three hundred mailboxes: each person is counted in the one where they posted', () => {
  const posted = fc.array(fc.nat({ max: 299 }), { minLength: 1, maxLength: 400 })
  fc.assert(
    fc.property(posted, fc.boolean(), (boxes, isFiltered) => {
      const people = boxes.map((mailboxNumber) => ({ mailboxNumber, answers: { ok: 'yes' } }))
      const { edition, columns } = withGroups(
        asking(consent),
        encodeColumns(asking(consent), rowsOf(people)),
        {
          ...{ id: 'boxes', title: text, groups: optionsOf(300) },
          ...{ from: '@mailbox', places: upTo(300), others: -1 },
        },
      )
      const selected = isFiltered ? select(edition, columns, { from: 0 }) : undefined
      const wanted = times(boxes, 300)
      const question = questionsOf(edition).get('boxes')
      expect(question && tally(question, edition, columns, selected)).toMatchObject({
        ...{ shown: boxes.length, counts: wanted },
      })
      expect(crossed(edition, columns, 'boxes', 'boxes').columnBases).toEqual(wanted)
      const each = upTo(300).map((number) => [number])
      expect(tallyByMailbox(consent, edition, columns, each)).toEqual(
        wanted.map((shown) => expect.objectContaining({ shown, counts: [shown, 0] })),
      )
    }),
    { numRuns: 30 },
  )
})

test('thirty options to pick from can be compared like three', () => {
  const many: Question = { id: 'many', kind: 'multiple', title: text, options: optionsOf(30) }
  const picks = fc.array(fc.uniqueArray(fc.nat({ max: 29 })), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(picks, (all) => {
      const edition = asking(many, consent)
      const people = all.map((picked) => ({
        answers: { many: picked.map((at) => `o${at}`), ok: picked.includes(0) ? 'yes' : 'no' },
      }))
      const columns = encodeColumns(edition, rowsOf(people))
      const table = crossed(edition, columns, 'many', 'ok')
      const [withFirst, without] = [true, false].map((first) =>
        all.filter((picked) => picked.includes(0) === first),
      )
      expect(table.rowBases).toEqual(times(all.flat(), 30))
      expect(table.counts).toEqual(
        upTo(30).map((at) =>
          [withFirst, without].map((some) => times((some ?? []).flat(), 30)[at] ?? 0),
        ),
      )
      expect(table.both).toBe(all.length)
      expect(crossed(edition, columns, 'many', 'many').columnBases).toEqual(times(all.flat(), 30))
    }),
    { numRuns: 30 },
  )
})

test('sixty years of months: a day is counted in its own month', () => {
  const since: Question = { id: 'since', kind: 'date', title: text }
  const edition = asking(since)
  const months = upTo(720)
  const dateOf = (month: number) => new Date(Date.UTC(1966, month, 9)).toISOString().slice(0, 10)
  const people = months.map((month) => ({ answers: { since: dateOf(month) } }))
  const columns = encodeColumns(edition, rowsOf(people))
  expect(crossed(edition, columns, 'since', 'since').columnBases).toEqual(months.map(() => 1))
})

function crossed(edition: Edition, columns: Columns, row: string, column: string) {
  const [one, other] = [row, column].map((key) => sideOf(edition, columns, key))
  if (!one || !other) throw new Error('there is no such side')
  return crossSides(one, other)
}
