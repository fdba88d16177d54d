import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Asked, countQuestion, peopleTable } from '../../../server/releases/count-question.ts'
import { publicLimits } from '../../../server/releases/public-limits.ts'
import { readReleased } from '../../../server/releases/read-released.ts'
import { garden } from '../../../surveys/definitions/garden/consultation.ts'
import { huicheng } from '../../../surveys/definitions/huicheng/consultation.ts'
import { type ColumnRow, encodeColumns } from '../../../surveys/engine/columns.ts'
import type { Edition } from '../../../surveys/engine/definition.ts'
import { questionsOf } from '../../../surveys/engine/questions.ts'
import type { CountTable, ToldTable } from '../../../surveys/engine/release/count-table.ts'
import { protectRelease } from '../../../surveys/engine/release/protect-release.ts'
import type { Outcome } from '../../../surveys/engine/release/protect-tables.ts'
import type { QuestionTally } from '../../../surveys/engine/tally.ts'
import { someAnswers } from '../../answers.ts'

const editions = [...huicheng.editions, ...garden.editions]
const now = Date.UTC(2026, 2, 2)

/** So many people of one edition, most of them from the first of two neighbourhoods. */
function asked(edition: Edition, people: number, first: number): Asked {
  const rows = Array.from({ length: people }, (_, n): ColumnRow => {
    const { answers } = someAnswers(edition, first + n)
    return { seq: n + 1, day: 20_500, mailboxNumber: n % 7 < 5 ? 1 : 2, channel: 'qr', answers }
  })
  const east = rows.filter(({ mailboxNumber }) => mailboxNumber === 1).length
  const group = (id: string, boxes: number[] | undefined, of: number) => ({
    ...{ id, name: id, households: null, mailboxes: boxes, people: of },
  })
  const groups = [
    group('all', undefined, people),
    group('east', [1], east),
    group('west', [2], people - east),
  ]
  return { edition, columns: encodeColumns(edition, rows), groups }
}

/** The same outcome where every number that may not be told is another one. */
function otherwise(outcome: Outcome, by: number): Outcome {
  if (outcome.kind !== 'new') return outcome
  const { counted, told } = outcome.table
  const lines = counted.lines.map((line, at) => ({
    ...line,
    shown: told[at]?.shown ? line.shown : line.shown + by,
    answered: told[at]?.answered ? line.answered : line.answered + by,
    counts: line.counts.map((count, i) => (told[at]?.counts[i] ? count : count + by)),
  }))
  return { ...outcome, table: { counted: { ...counted, lines }, told } }
}

/** What was counted, as those tables say it; undefined for kinds that are told by means and scores. */
function tallyOf(tallied: QuestionTally, tables: readonly CountTable[]): QuestionTally | undefined {
  const [line] = tables[0]?.lines ?? []
  if (!line) return undefined
  const { shown, answered, counts } = line
  switch (tallied.kind) {
    case 'choice': {
      const [dontKnow = 0] = counts.slice(tallied.counts.length)
      return {
        ...tallied,
        shown,
        answered,
        counts: counts.slice(0, tallied.counts.length),
        dontKnow,
      }
    }
    case 'rows':
      return {
        kind: 'rows',
        rows: tallied.rows.map((row, at) => ({
          ...row,
          ...{
            shown: tables[at]?.lines[0]?.shown ?? 0,
            answered: tables[at]?.lines[0]?.answered ?? 0,
          },
          counts: [...(tables[at]?.lines[0]?.counts ?? [])],
        })),
      }
    case 'number':
      return { ...tallied, shown, answered, values: valued(tallied.values, counts) }
    case 'date':
      return { ...tallied, shown, answered, days: valued(tallied.days, counts) }
    case 'text':
      return { ...tallied, shown, answered }
    case 'rank':
    case 'budget':
    case 'pin':
    case 'note':
      return undefined
  }
}

const valued = (of: ReadonlyMap<number, number>, counts: readonly number[]) =>
  new Map([...of.keys()].map((value, at) => [value, counts[at] ?? 0]))

test('what the public reads does not depend on any number that may not be told', async () => {
  const met = { hidden: 0, told: 0 }
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...editions.keys()),
      fc.integer({ min: 21, max: 160 }),
      fc.nat(10_000),
      fc.integer({ min: 1, max: 9 }),
      async (which, people, first, by) => {
        const edition = editions[which] ?? huicheng.editions[0]
        if (!edition) throw new Error('there are no editions')
        const round = asked(edition, people, first)
        const counts = [...questionsOf(edition).values()].map((one) => countQuestion(one, round))
        const { tables } = await protectRelease(
          peopleTable(round),
          counts.flatMap((one) => one.tables),
          new Map(),
          publicLimits,
        )
        for (const count of counts) {
          const mine = count.tables.flatMap(({ key }): [string, Outcome][] => {
            const outcome = tables.get(key)
            return outcome ? [[key, outcome]] : []
          })
          const other = mine.map(([key, one]): [string, Outcome] => [key, otherwise(one, by)])
          const told = (of: typeof mine) =>
            of.flatMap(([, one]): ToldTable[] => (one.kind === 'new' ? [one.table] : []))
          const everybody = tallyOf(
            count.everybody,
            told(other).map(({ counted }) => counted),
          )
          if (!everybody || told(mine).length < count.tables.length) continue
          const read = readReleased(count, round, new Map(mine), now, undefined)
          expect(
            readReleased({ ...count, everybody }, round, new Map(other), now, undefined),
          ).toEqual(read)
          for (const { told: lines } of told(mine)) {
            const all = lines.flatMap((line) => [line.shown, line.answered, ...line.counts])
            met.told += all.filter(Boolean).length
            met.hidden += all.filter((isTold) => !isTold).length
          }
        }
      },
    ),
    { numRuns: 40 },
  )
  expect(met.hidden).toBeGreaterThan(100)
  expect(met.told).toBeGreaterThan(100)
}, 60_000)
