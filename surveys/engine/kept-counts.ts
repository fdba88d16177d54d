import type { Columns } from './columns.ts'
import type { Edition, Question } from './definition.ts'
import { mergeTallies } from './merge-tallies.ts'
import { type Parts, peopleInParts } from './people-in-parts.ts'
import { pinKeys } from './pin-cells.ts'
import { type QuestionTally, tally } from './tally.ts'

/**
 * As `tally` over everybody. Of columns that only grow, what was counted before is kept and only what has come
 * since is added, so that the cost does not depend on how many there are. The result is shared: not to be changed.
 */
export function keptTally(question: Question, edition: Edition, columns: Columns): QuestionTally {
  const count = (some: Columns) => tally(question, edition, some)
  return keptCount(columns, question, 'tally', count, mergeTallies)
}

/** As `peopleInParts` over everybody, kept in the same way for each way of parting the plan. */
export function keptPeople(question: Extract<Question, { kind: 'pin' }>, columns: Columns) {
  return (partOf: Parts, parts: number, kinds: number): Uint32Array => {
    const count = ({ count, columns: some }: Columns) => {
      const pins = pinKeys(question).map((key) => some.get(key) ?? new Uint16Array(count))
      return peopleInParts(pins, partOf, parts, kinds)
    }
    return keptCount(columns, question, `${parts} ${kinds} ${partOf.join()}`, count, added)
  }
}

interface Counted {
  count: number
  result: unknown
}

// By what grows, by question (which is told by its identity: one made anew is another), by what was counted.
const kept = new WeakMap<object, WeakMap<Question, Map<string, Counted>>>()
const mostKept = 12

function keptCount<T>(
  columns: Columns,
  question: Question,
  what: string,
  countIn: (some: Columns) => T,
  merge: (a: T, b: T) => T,
): T {
  const { grown, count } = columns
  if (!grown) return countIn(columns)
  const questions = kept.get(grown) ?? new WeakMap<Question, Map<string, Counted>>()
  kept.set(grown, questions)
  const results = questions.get(question) ?? new Map<string, Counted>()
  questions.set(question, results)
  const known = results.get(what)
  if (known?.count === count) return known.result as T
  const result =
    known && known.count < count
      ? merge(known.result as T, countIn(since(columns, known.count)))
      : countIn(columns)
  // An older view than the one last counted is rare, and not worth forgetting the newer for.
  if (known && known.count > count) return result
  if (!known && results.size >= mostKept) results.clear()
  results.set(what, { count, result })
  return result
}

function since({ count, columns }: Columns, from: number): Columns {
  const rest = [...columns].map(([key, column]) => [key, column.subarray(from)] as const)
  return { count: count - from, columns: new Map(rest) }
}

const added = (a: Uint32Array, b: Uint32Array) => a.map((people, at) => people + (b[at] ?? 0))
