import fc from 'fast-check'
import { expect, test } from 'vitest'
import { growingColumns } from '../../db/growing-columns.ts'
import { type Columns, encodeColumns } from '../../surveys/engine/columns.ts'
import { keptTally } from '../../surveys/engine/kept-counts.ts'
import { questionsOf } from '../../surveys/engine/questions.ts'
import { anyResponses } from '../surveys/engine/anything.ts'
import { everythingKept } from '../surveys/engine/everything-kept.ts'
import { tallyAll } from '../surveys/engine/tally-all.ts'

const looks = fc.array(
  fc.record({
    /** So many more have come. */
    more: fc.nat({ max: 12 }),
    /** And of those that are there or were, these are gone, are back, or answer like another one. */
    changes: fc.array(fc.record({ which: fc.nat(), as: fc.option(fc.nat()) }), { maxLength: 4 }),
  }),
  { maxLength: 5 },
)

test('of columns that grow, what is kept is what is counted from scratch, whatever is added and changed', () => {
  fc.assert(
    fc.property(anyResponses, looks, ({ asked, rows }, all) => {
      const growing = growingColumns(asked, 2)
      const ordered = rows.map((row, i) => ({ ...row, seq: 3 * i + 1 }))
      const there = new Map<number, (typeof ordered)[number]>()
      let from = 0
      for (const { more, changes } of [...all, { more: rows.length, changes: [] }]) {
        const added = ordered.slice(from, from + more)
        from += added.length
        for (const row of added) there.set(row.seq, row)
        growing.append(encodeColumns(asked, added))
        const changed = new Set<number>()
        for (const { which, as } of from > 0 ? changes : []) {
          const seq = 3 * (which % from) + 1
          const like = as === null ? undefined : ordered[as % ordered.length]
          if (like) there.set(seq, { ...like, seq })
          else there.delete(seq)
          changed.add(seq)
        }
        const seqs = [...changed].sort((a, b) => a - b)
        const now = seqs.flatMap((seq) => there.get(seq) ?? [])
        if (seqs.length > 0) growing.change(seqs, encodeColumns(asked, now))
        const whole = encodeColumns(
          asked,
          [...there.values()].sort((a, b) => a.seq - b.seq),
        )
        const view = growing.view()
        expect(plain(view)).toEqual(plain(whole))
        expect(everythingKept(asked, view)).toEqual(everythingKept(asked, whole))
        expect(
          new Map([...questionsOf(asked)].map(([id, q]) => [id, keptTally(q, asked, view)])),
        ).toEqual(tallyAll(asked, whole))
      }
    }),
    { numRuns: 40 },
  )
}, 120_000)

test('a view taken earlier keeps its own counts', () => {
  fc.assert(
    fc.property(anyResponses, fc.boolean(), ({ asked, rows }, isChanged) => {
      const growing = growingColumns(asked)
      const first = encodeColumns(asked, rows.slice(0, 2))
      growing.append(first)
      const earlier = growing.view()
      growing.append(encodeColumns(asked, rows.slice(2)))
      if (isChanged) growing.change([rows[0]?.seq ?? 0], encodeColumns(asked, []))
      everythingKept(asked, growing.view())
      expect(plain(earlier)).toEqual(plain(first))
      expect(everythingKept(asked, earlier)).toEqual(everythingKept(asked, first))
    }),
    { numRuns: 30 },
  )
})

const plain = ({ count, columns }: Columns) => ({
  count,
  columns: Object.fromEntries([...columns].map(([key, column]) => [key, [...column]])),
})
