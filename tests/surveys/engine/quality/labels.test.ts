import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answer } from '../../../../surveys/engine/answers.ts'
import { type ColumnRow, encodeColumns } from '../../../../surveys/engine/columns.ts'
import type { Question } from '../../../../surveys/engine/definition.ts'
import { labelFast, labelPatterns } from '../../../../surveys/engine/quality/labels.ts'
import { edition, named, options, text } from '../sample.ts'

const rows = ['seats', 'lamps', 'trees', 'paths', 'bins']
const opinions = ['good', 'fair', 'bad']
const table: Question = {
  ...{ id: 'Q1', kind: 'matrix', title: text('这几样怎么样？') },
  ...{ rows: rows.map(named), options: options(...opinions) },
}
const others = Array.from({ length: 5 }, (_, at): Question => {
  return { id: `Q${at + 2}`, kind: 'single', title: text('选一个'), options: options('a', 'b') }
})
const words: Question = { id: 'Q9', kind: 'text', title: text('想说什么？'), limit: 100 }
const asked = edition([table, ...others, words])

const response = (answers: ColumnRow['answers'], seq = 0): ColumnRow => {
  return { seq, day: 20_000, mailboxNumber: 0, channel: 'qr', answers }
}
const inTable = (picked: readonly (string | undefined)[]): Record<string, Answer> => ({
  Q1: Object.fromEntries(rows.flatMap((row, at) => (picked[at] ? [[row, picked[at]]] : []))),
})
const labelsOf = (all: Record<string, Answer>[]) =>
  labelPatterns(
    asked,
    encodeColumns(
      asked,
      all.map((answers, seq) => response(answers, seq)),
    ),
  )
const kinds = (all: Record<string, Answer>[], seq = 0) =>
  (labelsOf(all).get(seq) ?? []).map(({ kind }) => kind)

const opinion = fc.constantFrom(...opinions)
const whole: fc.Arbitrary<Record<string, Answer>> = fc.record({
  Q1: fc.record(Object.fromEntries(rows.map((row) => [row, opinion]))),
  ...Object.fromEntries(others.map(({ id }) => [id, fc.constantFrom('a', 'b')])),
})

describe('a straight line', () => {
  test('is the same answer in every row, and the label says in how many', () => {
    fc.assert(
      fc.property(opinion, (one) => {
        expect(labelsOf([inTable(rows.map(() => one))]).get(0)).toEqual([
          { kind: 'straight', question: 'Q1', rows: rows.length },
        ])
      }),
    )
  })

  test('is not what holds two different answers, in whatever order they stand', () => {
    const mixed = fc
      .array(opinion, { minLength: rows.length, maxLength: rows.length })
      .filter((picked) => new Set(picked).size > 1)
      .chain((picked) => fc.shuffledSubarray(picked, { minLength: rows.length }))
    fc.assert(
      fc.property(mixed, (picked) => {
        expect(kinds([inTable(picked)])).toEqual([])
      }),
    )
  })

  test('is not what left a row out, and not what left out all of them', () => {
    fc.assert(
      fc.property(opinion, fc.subarray(rows, { maxLength: rows.length - 1 }), (one, answered) => {
        const picked = rows.map((row) => (answered.includes(row) ? one : undefined))
        expect(kinds([inTable(picked)])).toEqual([])
      }),
    )
  })

  test('needs four rows: three alike are nothing unusual', () => {
    const short = edition([{ ...table, rows: rows.slice(0, 3).map(named) }])
    const columns = encodeColumns(short, [response(inTable(['good', 'good', 'good']))])
    expect(labelPatterns(short, columns).size).toBe(0)
  })
})

describe('responses that are alike', () => {
  test('carry the label all of them, and it says how many others there are', () => {
    fc.assert(
      fc.property(whole, fc.integer({ min: 2, max: 5 }), (answers, times) => {
        const labels = labelsOf(Array.from({ length: times }, () => answers))
        for (let seq = 0; seq < times; seq++)
          expect(labels.get(seq)).toContainEqual({ kind: 'twin', others: times - 1 })
      }),
    )
  })

  test('are so no longer when one answer is another', () => {
    fc.assert(
      fc.property(whole, fc.constantFrom(...others), (answers, { id }) => {
        const turned = { ...answers, [id]: answers[id] === 'a' ? 'b' : 'a' }
        expect(kinds([answers, turned])).not.toContain('twin')
      }),
    )
  })

  test('are not compared where less than eight answers were given, but words are no answer to compare', () => {
    const few = inTable(['good', 'bad', 'fair', 'good', 'bad'])
    expect(kinds([few, few])).toEqual([])
    const more = { ...few, Q2: 'a', Q3: 'b' }
    expect(kinds([more, more])).toEqual([])
    const spoken = (said: string) => ({ ...more, Q9: said })
    expect(kinds([spoken('多种树'), spoken('路灯亮一点')])).toEqual([])
    const enough = (said: string) => ({ ...spoken(said), Q4: 'a' })
    expect(kinds([enough('多种树'), enough('路灯亮一点')])).toEqual(['twin'])
  })
})

describe('a response that came fast', () => {
  const bySeconds = (durations: ReadonlyMap<number, number>) => {
    const found = new Map<number, number[]>()
    for (const [seq, seconds] of durations) found.set(seconds, [...(found.get(seconds) ?? []), seq])
    return found
  }
  const timed = fc
    .array(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 80 })
    .map((all) => new Map(all.map((seconds, seq) => [seq, seconds])))

  test('took less than a quarter of what half of the people took, and the label says both', () => {
    fc.assert(
      fc.property(timed, (durations) => {
        const labels = labelFast(bySeconds(durations))
        const middle = [...durations.values()].sort((a, b) => a - b)[durations.size >> 1] ?? 0
        const fast = [...durations.values()].filter((seconds) => seconds * 4 < middle)
        expect(labels.size).toBe(durations.size < 30 ? 0 : fast.length)
        for (const [seq, [label]] of labels) {
          if (label?.kind !== 'fast') throw new Error('another label')
          expect(label.seconds).toBe(durations.get(seq))
          expect(label.seconds * 4).toBeLessThan(label.median)
          const slower = [...durations.values()].filter((seconds) => seconds >= label.median)
          expect(slower.length * 2).toBeGreaterThanOrEqual(durations.size)
        }
      }),
    )
  })

  test('is the same one in whatever order they were read', () => {
    fc.assert(
      fc.property(timed, (durations) => {
        const turned = new Map([...durations].reverse())
        expect(new Map([...labelFast(bySeconds(turned))].sort(([a], [b]) => a - b))).toEqual(
          labelFast(bySeconds(durations)),
        )
      }),
    )
  })
})

test('a label takes nothing away: what was answered stands as before, and every label points at a response', () => {
  fc.assert(
    fc.property(fc.array(whole, { maxLength: 12 }), (all) => {
      const columns = encodeColumns(
        asked,
        all.map((answers, seq) => response(answers, seq + 7)),
      )
      const before = structuredClone(columns)
      const labels = labelPatterns(asked, columns)
      expect(columns).toEqual(before)
      for (const seq of labels.keys()) expect(seq >= 7 && seq < 7 + all.length).toBe(true)
    }),
  )
})
