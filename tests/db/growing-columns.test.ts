import fc from 'fast-check'
import { expect, test } from 'vitest'
import { growingColumns } from '../../db/growing-columns.ts'
import { encodeColumns } from '../../surveys/engine/columns.ts'
import { keptPeople, keptTally } from '../../surveys/engine/kept-counts.ts'
import { pinAreas } from '../../surveys/engine/pin-areas.ts'
import { pinKeys } from '../../surveys/engine/pin-cells.ts'
import { questionsOf } from '../../surveys/engine/questions.ts'
import { tallyAll } from '../../surveys/engine/tally.ts'
import { anyResponses } from '../surveys/engine/anything.ts'

test('of columns that grow, what is kept is what is counted from scratch, for every kind of question', () => {
  const looks = fc.array(fc.nat({ max: 12 }), { maxLength: 5 })
  fc.assert(
    fc.property(anyResponses, looks, ({ asked, rows }, parts) => {
      const growing = growingColumns(asked, 2)
      const questions = [...questionsOf(asked).values()]
      let from = 0
      for (const part of [...parts, rows.length]) {
        growing.append(encodeColumns(asked, rows.slice(from, from + part)))
        from += part
        const found = growing.view()
        const kept = questions.map(
          (question) => [question.id, keptTally(question, asked, found)] as const,
        )
        const whole = encodeColumns(asked, rows.slice(0, from))
        expect(new Map(kept)).toEqual(tallyAll(asked, whole))
        for (const question of questions) {
          if (question.kind !== 'pin') continue
          const pins = pinKeys(question).map((key) => found.columns.get(key) ?? new Uint16Array(0))
          const settings = { k: 2, categories: question.categories?.length ?? 0 }
          const { areas, places } = pinAreas(pins, {
            ...settings,
            people: keptPeople(question, found),
          })
          const fresh = pinAreas(pins, settings)
          expect({ areas, places }).toEqual({ areas: fresh.areas, places: fresh.places })
        }
      }
    }),
    { numRuns: 60 },
  )
})

test('a view taken earlier keeps its own counts', () => {
  fc.assert(
    fc.property(anyResponses, ({ asked, rows }) => {
      const growing = growingColumns(asked)
      const first = encodeColumns(asked, rows.slice(0, 2))
      growing.append(first)
      const earlier = growing.view()
      growing.append(encodeColumns(asked, rows.slice(2)))
      for (const [id, question] of questionsOf(asked)) {
        keptTally(question, asked, growing.view())
        expect(keptTally(question, asked, earlier)).toEqual(tallyAll(asked, first).get(id))
      }
    }),
    { numRuns: 20 },
  )
})
