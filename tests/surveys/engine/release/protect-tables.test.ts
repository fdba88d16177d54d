import { describe, expect, test } from 'vitest'
import type { CountTable } from '../../../../surveys/engine/release/count-table.ts'
import { protectTables } from '../../../../surveys/engine/release/protect-tables.ts'
import { attackSurveys } from './attack-surveys.ts'

const limits = { k: 10, fewestAsked: 20 }

const table = (...counts: number[]): CountTable => {
  const people = counts.reduce((a, b) => a + b, 0)
  const options = counts.map((_, at) => `o${at}`)
  const line = { group: 'all', people, shown: people, answered: people, counts }
  return { key: 'Q1', kind: 'parts', options, lines: [line] }
}
const outcomeOf = (now: CountTable, ...before: CountTable[]) => {
  const earlier = before.map((counted) => ({
    counted,
    told: [{ group: 'all', shown: true, answered: true, counts: counted.options.map(() => true) }],
  }))
  return protectTables([now], new Map([['Q1', earlier]]), limits).get('Q1')
}

describe('a release', () => {
  test('tells a table of enough people whole', () => {
    const outcome = protectTables([table(40, 30, 20)], new Map(), limits).get('Q1')
    expect(outcome).toMatchObject({
      kind: 'new',
      table: { told: [{ counts: [true, true, true] }] },
    })
  })

  test('tells nothing of a question that fewer than twenty people were asked', () => {
    expect(protectTables([table(10, 9)], new Map(), limits).get('Q1')).toEqual({ kind: 'withheld' })
  })

  test('keeps the old numbers while only a few have come since', () => {
    expect(outcomeOf(table(42, 31, 21), table(40, 30, 20))?.kind).toBe('kept')
    expect(outcomeOf(table(60, 50, 40), table(40, 30, 20))?.kind).toBe('new')
  })
})

describe('with an exact solver and all releases', () => {
  test('nobody works out a small number closer than ten, and most tables are told', async () => {
    const { narrowest, weakest, large, standing } = await attackSurveys(12, limits)
    expect({ weakest, isSafe: narrowest >= limits.k - 1e-6 }).toEqual({ weakest: '', isSafe: true })
    expect(standing / large).toBeGreaterThanOrEqual(0.7)
  }, 120_000)
})
