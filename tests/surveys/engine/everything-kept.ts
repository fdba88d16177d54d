import type { Columns } from '../../../surveys/engine/columns.ts'
import { atomsOf } from '../../../surveys/engine/compare/atoms.ts'
import { countedAsSkipped, type Side, sideOf } from '../../../surveys/engine/compare/side.ts'
import { withGroups } from '../../../surveys/engine/compare/with-groups.ts'
import type { Edition, Question } from '../../../surveys/engine/definition.ts'
import {
  keptOrigins,
  keptPairwise,
  keptPeople,
  keptTally,
  keptTallyByMailbox,
} from '../../../surveys/engine/kept-counts.ts'
import { crossOf } from '../../../surveys/engine/kept-cross-tab.ts'
import { pinAreas } from '../../../surveys/engine/pin-areas.ts'
import { pinKeys } from '../../../surveys/engine/pin-cells.ts'
import { questionsOf } from '../../../surveys/engine/questions.ts'

/** All that the desk keeps of these columns; counted from scratch where the columns are not of those that grow. */
export function everythingKept(asked: Edition, given: Columns) {
  const { edition, columns } = withMadeGroups(
    withGroups(asked, given, {
      id: '@channel-of',
      title: { 'zh-CN': '渠道' },
      groups: named('qr', 'others'),
      ...{ from: '@channel', places: [0, -1], others: 1 },
    }),
  )
  const questions = [...questionsOf(edition).values()]
  const sides = sidesIn(questions, edition, columns)
  // All by all would be thousands of tables.
  const some = sides.filter((_, at) => at % 5 === 0)
  return {
    origins: [...keptOrigins(columns)].sort(([a], [b]) => a - b),
    questions: questions.map((question) => ({
      id: question.id,
      tally: keptTally(question, edition, columns),
      byMailbox: keptTallyByMailbox(question, edition, columns, [[1, 3], [], [2], [0]]),
      pairs: question.kind === 'rank' && keptPairwise(question, columns),
      places: question.kind === 'pin' && placesOf(question, columns),
    })),
    sides: sides.map(({ options, picks, column }) => ({ options, picks, column: [...column] })),
    tables: sides.map((one) => some.map((other) => crossOf(one, other, undefined))),
    mine: sides.map((one) => crossOf(one, one, undefined)),
  }
}

/** Every way in which people fall into groups here: as asked, with one code counted as skipped, and by two at once. */
function sidesIn(questions: Question[], edition: Edition, columns: Columns): Side[] {
  const keys = questions.flatMap((question) => {
    const rows = question.kind === 'matrix' ? question.rows : []
    const pairs = question.kind === 'pair' ? question.pairs : []
    return [question.id, ...[...rows, ...pairs].map(({ id }) => `${question.id}.${id}`)]
  })
  const plain = keys.flatMap((key) => sideOf(edition, columns, key) ?? [])
  const merged = plain.map((side) => countedAsSkipped(side, side.picks === 'several' ? 0 : 2))
  const atoms = plain.map((side, at) =>
    atomsOf([
      { side, any: [0] },
      { side: plain[at + 1] ?? merged[at] ?? side, any: [0, 1] },
    ]),
  )
  return [...plain, ...merged, ...atoms.map(({ side }) => side)]
}

/** Groups as they are made at the desk: of one answer, and of two at once. */
function withMadeGroups(start: { edition: Edition; columns: Columns }) {
  const [one, two] = sidesIn([...questionsOf(start.edition).values()], start.edition, start.columns)
  if (!one || !two) return start
  const title = { 'zh-CN': '分组' }
  const first = withGroups(start.edition, start.columns, {
    ...{ id: 'group_1', title, groups: named('a', 'b') },
    ...{ from: one, places: [-1, -1, 1, 0, 1], others: -1 },
  })
  const { side, places } = atomsOf([
    { side: one, any: [1] },
    { side: two, any: [0] },
  ])
  return withGroups(first.edition, first.columns, {
    ...{ id: 'group_2', title, groups: named('both', 'others') },
    ...{ from: side, places: [-1, -1, ...places], others: -1 },
  })
}

const named = (...ids: string[]) => ids.map((id) => ({ id, label: { 'zh-CN': id } }))

function placesOf(question: Parameters<typeof keptPeople>[0], columns: Columns) {
  const pins = pinKeys(question).map((key) => columns.columns.get(key) ?? new Uint16Array(0))
  const settings = { k: 2, categories: question.categories?.length ?? 0 }
  const { areas, places } = pinAreas(pins, { ...settings, people: keptPeople(question, columns) })
  return { areas, places }
}
