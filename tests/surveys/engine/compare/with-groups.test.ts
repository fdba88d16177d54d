import fc from 'fast-check'
import { expect, test } from 'vitest'
import { growingColumns } from '../../../../db/growing-columns.ts'
import { encodeColumns } from '../../../../surveys/engine/columns.ts'
import { sideOf } from '../../../../surveys/engine/compare/side.ts'
import { withGroups } from '../../../../surveys/engine/compare/with-groups.ts'
import { keptTally } from '../../../../surveys/engine/kept-counts.ts'
import { crossOf } from '../../../../surveys/engine/kept-cross-tab.ts'
import { questionsOf } from '../../../../surveys/engine/questions.ts'
import { anyResponses } from '../anything.ts'

const mailboxes = 6
const places = fc.array(fc.integer({ min: -1, max: 2 }), { maxLength: mailboxes })
const looks = fc.array(
  fc.record({ more: fc.nat({ max: 5 }), places, others: fc.constantFrom(-1, 0) }),
  {
    minLength: 1,
    maxLength: 6,
  },
)

test('groups that were made otherwise meanwhile are counted as they are now, each person once', () => {
  fc.assert(
    fc.property(anyResponses, looks, ({ asked, rows }, all) => {
      const growing = growingColumns(asked, 2)
      let from = 0
      for (const { more, places, others } of all) {
        growing.append(encodeColumns(asked, rows.slice(from, from + more)))
        from = Math.min(rows.length, from + more)
        const title = { 'zh-CN': '分组' }
        const groups = ['a', 'b', 'c'].map((id) => ({ id, label: title }))
        const grouping = { id: 'group_1', title, groups, from: '@mailbox', places, others }
        const { edition, columns } = withGroups(asked, growing.view(), grouping)
        const question = questionsOf(edition).get('group_1')
        if (!question) throw new Error('the groups are no question')
        const wanted = [0, 0, 0]
        for (const { mailboxNumber } of rows.slice(0, from)) {
          const place = places[mailboxNumber] ?? others
          if (place >= 0) wanted[place] = (wanted[place] ?? 0) + 1
        }
        expect(keptTally(question, edition, columns)).toMatchObject({ counts: wanted })
        const [first] = [...questionsOf(asked).values()].filter(({ kind }) => kind === 'single')
        if (!first) continue
        const fresh = withGroups(asked, encodeColumns(asked, rows.slice(0, from)), grouping)
        expect(tableOf({ edition, columns }, first.id)).toEqual(tableOf(fresh, first.id))
      }
    }),
    { numRuns: 60 },
  )
})

function tableOf({ edition, columns }: ReturnType<typeof withGroups>, id: string) {
  const [one, groups] = [id, 'group_1'].map((key) => sideOf(edition, columns, key))
  return one && groups && crossOf(one, groups, undefined)
}
