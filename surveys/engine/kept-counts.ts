import type { Columns } from './columns.ts'
import type { Edition, Question, QuestionOf } from './definition.ts'
import type { Selected } from './histogram.ts'
import { keptCount, since } from './kept.ts'
import { mergeTallies } from './merge-tallies.ts'
import { mergeOrigins, type Origins, originsOf } from './origins.ts'
import { pairwise } from './pairwise.ts'
import { type Parts, peopleInParts } from './people-in-parts.ts'
import { pinKeys } from './pin-cells.ts'
import { type QuestionTally, tally } from './tally.ts'
import { tallyByMailbox } from './tally-by-mailbox.ts'

/**
 * As `tally` over everybody. Of columns that only grow, what was counted before is kept and only what has come
 * since is added, so that the cost does not depend on how many there are. The result is shared: not to be changed.
 */
export function keptTally(question: Question, edition: Edition, columns: Columns): QuestionTally {
  const count = (from: number) => tally(question, edition, since(columns, from))
  return keptCount(columns, question, 'tally', count, mergeTallies)
}

/** Of a selection, counted now; of everybody, kept. */
export function tallyOf(
  question: Question,
  edition: Edition,
  columns: Columns,
  selected: Selected | undefined,
): QuestionTally {
  return selected
    ? tally(question, edition, columns, selected)
    : keptTally(question, edition, columns)
}

/** As `tallyByMailbox`, kept in the same way. */
export function keptTallyByMailbox(
  question: Question,
  edition: Edition,
  columns: Columns,
  groups: readonly (readonly number[])[],
): QuestionTally[] {
  const count = (from: number) => tallyByMailbox(question, edition, since(columns, from), groups)
  return keptCount(columns, question, `in ${groups.join(' ')}`, count, (a, b) =>
    a.map((one, at) => mergeTallies(one, b[at] ?? one)),
  )
}

/** As `pairwise`, kept in the same way. */
export function keptPairwise(question: QuestionOf<'rank'>, columns: Columns): number[][] {
  const count = (from: number) => pairwise(question, since(columns, from))
  return keptCount(columns, question, 'pairs', count, (a, b) =>
    a.map((row, i) => row.map((people, j) => people + (b[i]?.[j] ?? 0))),
  )
}

/** As `originsOf`, kept in the same way. */
export function keptOrigins(columns: Columns): Origins {
  const count = (from: number) => originsOf(since(columns, from))
  return keptCount(columns, everybody, 'origins', count, mergeOrigins)
}

/** As `peopleInParts` over everybody, kept in the same way for each way of parting the plan. */
export function keptPeople(question: QuestionOf<'pin'>, columns: Columns) {
  return (partOf: Parts, parts: number, kinds: number): Uint32Array => {
    const countFrom = (from: number) => {
      const { count, columns: some } = since(columns, from)
      const pins = pinKeys(question).map((key) => some.get(key) ?? new Uint16Array(count))
      return peopleInParts(pins, partOf, parts, kinds)
    }
    return keptCount(columns, question, `${parts} ${kinds} ${partOf.join()}`, countFrom, added)
  }
}

const everybody = {}
const added = (a: Uint32Array, b: Uint32Array) => a.map((people, at) => people + (b[at] ?? 0))
