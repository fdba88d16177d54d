import type { Neighbourhood } from '../../db/mailboxes.ts'
import type { Columns } from '../../surveys/engine/columns.ts'
import { type DayStep, stepwise } from '../../surveys/engine/day-steps.ts'
import type { Edition, Question } from '../../surveys/engine/definition.ts'
import { foldUnshown } from '../../surveys/engine/guard.ts'
import type { CountTable } from '../../surveys/engine/release/count-table.ts'
import { countTables } from '../../surveys/engine/release/count-tables.ts'
import { type QuestionTally, tally } from '../../surveys/engine/tally.ts'
import { tallyByMailbox } from '../../surveys/engine/tally-by-mailbox.ts'
import { textIn } from '../../surveys/engine/text.ts'
import { publicLimits } from './public-limits.ts'

/** Everybody, and where it is asked for, the neighbourhoods that together are everybody. */
interface Group {
  id: string
  name: string
  households: number | null
  /** Numbers of its mailboxes; 0 stands for none. */
  mailboxes: readonly number[] | undefined
  people: number
}

export interface Asked {
  edition: Edition
  columns: Columns
  groups: Group[]
}

/** One question counted for everybody and each group. */
export interface Counting {
  question: Question
  tables: CountTable[]
  everybody: QuestionTally
  step: DayStep
  /** Those few who were not asked are counted with those who skipped it. */
  isFolded: boolean
}

export function askedGroups(
  neighbourhoods: readonly Neighbourhood[],
  columns: Columns,
  byNeighbourhood: boolean,
): Group[] {
  const all = { id: 'all', name: '', households: null, mailboxes: undefined, people: columns.count }
  if (!byNeighbourhood) return [all]
  const mailbox = columns.columns.get('@mailbox') ?? new Uint32Array(columns.count)
  const received = new Map<number, number>()
  for (const number of mailbox) received.set(number, (received.get(number) ?? 0) + 1)
  const groups = [
    ...neighbourhoods.map(({ id, name, households, mailboxes }) => ({
      ...{ id, households, name: textIn(name, 'zh-CN') },
      mailboxes: mailboxes.map(({ number }) => number),
    })),
    { id: 'none', name: '没有邮筒', households: null, mailboxes: [0] },
  ].map((group) => ({
    ...group,
    people: group.mailboxes.reduce((sum, number) => sum + (received.get(number) ?? 0), 0),
  }))
  return [all, ...groups]
}

/** How many answered, by group: a table of its own, told before all others. */
export function peopleTable({ groups: [all, ...groups], columns }: Asked): CountTable {
  const people = all?.people ?? columns.count
  const counts = groups.map((group) => group.people)
  const line = { group: 'all', people, shown: people, answered: people, counts }
  const options = groups.map(({ id }) => id)
  const isWhole = groups.length > 0
  return {
    key: '@people',
    kind: 'parts',
    options: isWhole ? options : ['everybody'],
    lines: [isWhole ? line : { ...line, counts: [people] }],
  }
}

export function countQuestion(question: Question, { edition, columns, groups }: Asked): Counting {
  const counted = tally(question, edition, columns)
  const { tallied, step } = stepwise(counted, publicLimits.k)
  const everybody = foldUnshown(tallied, columns.count, publicLimits.k)
  const isFolded = everybody !== tallied
  const parts = groups.slice(1)
  // Folded, a question was put to everybody; of a group that would be untrue.
  const byGroup =
    compares(question) && !isFolded
      ? tallyByMailbox(
          question,
          edition,
          columns,
          parts.map(({ mailboxes }) => mailboxes ?? []),
        )
      : []
  const [all] = groups
  const tallies = [
    { group: 'all', people: all?.people ?? columns.count, tallied: everybody },
    ...byGroup.map((tallied, at) => {
      const { id = '', people = 0 } = parts[at] ?? {}
      return { group: id, people, tallied }
    }),
  ]
  return {
    question,
    tables: countTables(question, edition, tallies, step),
    everybody,
    step,
    isFolded,
  }
}

/** Kinds that are told neighbourhood by neighbourhood. */
const compares = ({ kind }: Question): boolean =>
  kind === 'single' || kind === 'multiple' || kind === 'scale' || kind === 'consent'
