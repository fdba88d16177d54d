import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Pin } from '../../../surveys/engine/answers.ts'
import { columnsFromBytes, columnsToBytes } from '../../../surveys/engine/column-bytes.ts'
import { type ColumnRow, concatColumns, encodeColumns } from '../../../surveys/engine/columns.ts'
import type { Edition, Question } from '../../../surveys/engine/definition.ts'
import { mergeTallies } from '../../../surveys/engine/merge-tallies.ts'
import { peoplePicking } from '../../../surveys/engine/people-picking.ts'
import { picked } from '../../../surveys/engine/picked.ts'
import { select } from '../../../surveys/engine/selection.ts'
import { base, countedOptions, type QuestionTally, tally } from '../../../surveys/engine/tally.ts'
import { visibleQuestions } from '../../../surveys/engine/visibility.ts'
import { expectEqual } from '../../expect-equal.ts'
import { anyResponses } from './anything.ts'
import { crossTab } from './cross-tab.ts'
import { tallyAll } from './tally-all.ts'

const runs = { numRuns: 300 }
const questions = (asked: Edition) => asked.sections.flatMap((section) => section.questions)
const isShown = (asked: Edition, row: ColumnRow, id: string) =>
  visibleQuestions(asked, { answers: row.answers, others: {} }).some((q) => q.id === id)
const answerTo = (row: ColumnRow, id: string) => new Map(Object.entries(row.answers)).get(id)

/** Counting by hand, one response after another: slow and plain. */
function countByHand(question: Question, asked: Edition, all: ColumnRow[]): QuestionTally {
  const rows = all.filter((row) => isShown(asked, row, question.id))
  const answers = rows.map((row) => answerTo(row, question.id)).filter((a) => a !== undefined)
  const shown = rows.length
  const answered = answers.length
  switch (question.kind) {
    case 'single':
    case 'scale':
    case 'consent':
    case 'multiple': {
      const options = countedOptions(question, asked)
      const counts = options.map(({ id }) => answers.filter((a) => picked(a).includes(id)).length)
      const dontKnow = question.kind === 'scale' ? question.dontKnow?.id : undefined
      return {
        kind: 'choice',
        shown,
        answered,
        counts,
        dontKnow: answers.filter((answer) => answer === dontKnow).length,
        picks: counts.reduce((sum, count) => sum + count, 0),
      }
    }
    case 'matrix':
    case 'pair': {
      const parts = question.kind === 'matrix' ? question.rows : question.pairs
      return {
        kind: 'rows',
        rows: parts.map((part) => {
          const options = 'options' in part ? part.options : countedOptions(question, asked)
          const picks = answers.flatMap((a) => new Map(Object.entries(a)).get(part.id) ?? [])
          const counts = options.map(({ id }) => picks.filter((pick) => pick === id).length)
          return { id: part.id, shown, answered: picks.length, counts }
        }),
      }
    }
    case 'number': {
      const values = new Map<number, number>()
      for (const answer of answers) {
        if (typeof answer === 'number') values.set(answer, (values.get(answer) ?? 0) + 1)
      }
      return { kind: 'number', shown, answered, values }
    }
    case 'date': {
      const days = new Map<number, number>()
      for (const answer of answers) {
        const day = Date.parse(`${String(answer)}T00:00:00Z`) / 86_400_000
        days.set(day, (days.get(day) ?? 0) + 1)
      }
      return { kind: 'date', shown, answered, days }
    }
    case 'rank': {
      const orders = answers.map(picked)
      const n = question.options.length
      const times = (wanted: (order: string[]) => boolean) => orders.filter(wanted).length
      const options = question.options.map(({ id }) => ({
        id,
        places: Array.from({ length: n }, (_, place) => times((order) => order[place] === id)),
        unranked: Array.from({ length: n }, (_, ranked) =>
          times((order) => order.length === ranked && !order.includes(id)),
        ),
      }))
      return { kind: 'rank', shown, answered, options }
    }
    case 'budget': {
      const options = question.options.map(({ id }) => {
        const given = answers.map((answer) => new Map(Object.entries(answer)).get(id) ?? 0)
        const people = Array.from(
          { length: question.total + 1 },
          (_, stickers) => given.filter((some) => some === stickers).length,
        )
        return { id, people }
      })
      return { kind: 'budget', shown, answered, options }
    }
    case 'pin': {
      const all = answers.map((answer) => answer as Pin[])
      const placed = (pin: Pin, across: number, down: number) =>
        Math.min(down - 1, Math.floor(pin.y * down)) * across +
        Math.min(across - 1, Math.floor(pin.x * across))
      const peopleIn = (
        wanted: (pin: Pin) => boolean,
        cell: number,
        across: number,
        down: number,
      ) =>
        all.filter((pins) => pins.some((pin) => wanted(pin) && placed(pin, across, down) === cell))
          .length
      const grid = (wanted: (pin: Pin) => boolean, across: number, down: number) =>
        Uint32Array.from({ length: across * down }, (_, cell) =>
          peopleIn(wanted, cell, across, down),
        )
      const groups = [...(question.categories ?? []).map(({ id }) => id), null]
      return {
        ...{ kind: 'pin', shown, answered },
        pins: all.reduce((sum, pins) => sum + pins.length, 0),
        areas: grid(() => true, 8, 6),
        cells: groups.map((category) => ({
          category,
          people: grid((pin) => (pin.category ?? null) === category, 32, 24),
        })),
      }
    }
    case 'text':
    case 'drawing':
    case 'photo':
      return { kind: 'text', shown, answered }
    case 'note':
      return { kind: 'note' }
  }
}

describe('whatever people answered', () => {
  test('the table says what counting by hand says: not shown, skipped and answered apart', () => {
    fc.assert(
      fc.property(anyResponses, ({ asked, rows }) => {
        const tallies = tallyAll(asked, encodeColumns(asked, rows))
        for (const question of questions(asked)) {
          expectEqual(tallies.get(question.id), countByHand(question, asked, rows))
        }
      }),
      runs,
    )
  })

  test('the order in which responses arrive makes no difference', () => {
    fc.assert(
      fc.property(anyResponses, ({ asked, rows }) => {
        expectEqual(
          tallyAll(asked, encodeColumns(asked, [...rows].reverse())),
          tallyAll(asked, encodeColumns(asked, rows)),
        )
      }),
      runs,
    )
  })

  test('counted in parts and added up, or laid end to end and counted, it is the same', () => {
    fc.assert(
      fc.property(anyResponses, fc.nat(12), ({ asked, rows }, cut) => {
        const whole = encodeColumns(asked, rows)
        const parts = [
          encodeColumns(asked, rows.slice(0, cut)),
          encodeColumns(asked, rows.slice(cut)),
        ]
        expectEqual(concatColumns(parts), whole)
        const [first, second] = parts.map((part) => tallyAll(asked, part))
        for (const [id, expected] of tallyAll(asked, whole)) {
          const [a, b] = [first?.get(id), second?.get(id)]
          if (a && b) expectEqual(mergeTallies(a, b), expected)
          if (a && b) expectEqual(mergeTallies(b, a), expected)
        }
      }),
      runs,
    )
  })

  test('columns come back from their bytes as they were', () => {
    fc.assert(
      fc.property(anyResponses, fc.nat(7), ({ asked, rows }, shift) => {
        const columns = encodeColumns(asked, rows)
        const bytes = columnsToBytes(columns)
        expectEqual(columnsFromBytes(bytes), columns)
        // As a database hands them over: somewhere inside a larger buffer, or as a plain one.
        const pool = new Uint8Array(bytes.length + 8)
        pool.set(bytes, shift)
        expectEqual(columnsFromBytes(pool.subarray(shift, shift + bytes.length)), columns)
        expectEqual(columnsFromBytes(bytes.slice().buffer), columns)
      }),
      runs,
    )
  })

  test('a filter counts exactly the people it names', () => {
    const filter = fc.record(
      {
        mailboxNumbers: fc.uniqueArray(fc.integer({ min: 0, max: 5 })),
        channel: fc.constantFrom('qr' as const, 'paper' as const),
        from: fc.integer({ min: 20_700, max: 20_703 }),
        to: fc.integer({ min: 20_700, max: 20_703 }),
      },
      { requiredKeys: [] },
    )
    const pick = fc.record({
      question: fc.constantFrom('Q0', 'Q3'),
      option: fc.constantFrom('a', 'b', 'yes'),
    })
    fc.assert(
      fc.property(anyResponses, filter, fc.option(pick), ({ asked, rows }, filter, pick) => {
        const chosen = rows.filter(
          (row) =>
            (filter.mailboxNumbers?.includes(row.mailboxNumber) ?? true) &&
            (filter.channel ?? row.channel) === row.channel &&
            row.day >= (filter.from ?? 0) &&
            row.day <= (filter.to ?? Number.POSITIVE_INFINITY) &&
            (!pick || isPicked(asked, row, pick)),
        )
        const columns = encodeColumns(asked, rows)
        const selected = select(asked, columns, { ...filter, is: pick ? [pick] : [] })
        expectEqual(
          tallyAll(asked, columns, selected),
          tallyAll(asked, encodeColumns(asked, chosen)),
        )
      }),
      runs,
    )
  })

  test('people who picked any of some options are counted once each', () => {
    const wanted = ['a', 'c', 'yes']
    fc.assert(
      fc.property(anyResponses, ({ asked, rows }) => {
        const columns = encodeColumns(asked, rows)
        for (const question of questions(asked)) {
          const isCounted = countedOptions(question, asked).length > 0 && !isWeighed(question)
          const people = rows.filter((row) =>
            picked(answerTo(row, question.id)).some((pick) => wanted.includes(pick)),
          )
          expect(peoplePicking(question, asked, columns, wanted)).toBe(
            isCounted ? people.length : 0,
          )
        }
      }),
      runs,
    )
  })

  test('a cross table says what counting by hand says', () => {
    fc.assert(
      fc.property(anyResponses, ({ asked, rows }) => {
        const columns = encodeColumns(asked, rows)
        const choices = questions(asked).filter(({ kind }) => areOptionsPicked(kind))
        for (const row of choices) {
          for (const column of choices) {
            expect(crossTab(asked, columns, row.id, column.id)).toEqual(
              crossByHand(asked, rows, row, column),
            )
          }
        }
      }),
      { numRuns: 100 },
    )
  })
})

const areOptionsPicked = (kind: Question['kind']) =>
  ['single', 'scale', 'consent', 'multiple'].includes(kind)

function isPicked(asked: Edition, row: ColumnRow, pick: { question: string; option: string }) {
  const kind = questions(asked).find((question) => question.id === pick.question)?.kind
  if (!kind || !areOptionsPicked(kind)) return false
  return picked(answerTo(row, pick.question)).includes(pick.option)
}

/** An order and stickers weigh options; nobody is counted beside one. */
const isWeighed = ({ kind }: Question) => kind === 'rank' || kind === 'budget'

function crossByHand(asked: Edition, all: ColumnRow[], first: Question, second: Question) {
  const inBase = (row: ColumnRow, question: Question) =>
    isShown(asked, row, question.id) &&
    (question.kind !== 'scale' ||
      !question.dontKnow ||
      answerTo(row, question.id) !== question.dontKnow.id)
  const both = all.filter((row) => inBase(row, first) && inBase(row, second))
  const said = (row: ColumnRow, question: Question, option: string) =>
    picked(answerTo(row, question.id)).includes(option)
  const [rows, columns] = [countedOptions(first, asked), countedOptions(second, asked)]
  return {
    counts: rows.map((r) =>
      columns.map(
        (c) => both.filter((row) => said(row, first, r.id) && said(row, second, c.id)).length,
      ),
    ),
    rowBases: rows.map((r) => both.filter((row) => said(row, first, r.id)).length),
    columnBases: columns.map((c) => both.filter((row) => said(row, second, c.id)).length),
    both: both.length,
  }
}

test('a question nobody was asked yet has an empty table', () => {
  fc.assert(
    fc.property(anyResponses, ({ asked }) => {
      const none = { count: 0, columns: new Map() }
      for (const question of questions(asked)) {
        expect(tally(question, asked, none)).toEqual(countByHand(question, asked, []))
      }
    }),
    { numRuns: 20 },
  )
})

test('a share is a share of those who were shown the question, without those who don’t know', () => {
  const tallied = {
    kind: 'choice' as const,
    shown: 50,
    answered: 48,
    counts: [30, 10],
    dontKnow: 8,
    picks: 40,
  }
  expect(base(tallied)).toBe(42)
})
