import { codeColumn } from '../column.ts'
import type { Columns } from '../columns.ts'
import type { Edition, QuestionOf } from '../definition.ts'
import { emptyFilling, type Filling, filledTo, keptOf } from '../kept.ts'
import type { Text } from '../text.ts'
import type { Side } from './side.ts'

/** Groups that people fall into by what stands in a column: an answer, where they posted it, how it came in. */
export interface Grouping {
  /** Like a question's id. */
  id: string
  title: Text
  groups: readonly { id: string; label: Text }[]
  /** What says who is in which group: a column by its key, or a side. */
  from: string | Pick<Side, 'column' | 'grown'>
  /** By the number that stands there, the place of its group, or −1. */
  places: readonly (number | undefined)[]
  /** The place of all other numbers, or −1. */
  others: number
}

/**
 * An edition in which the groups stand like a question of one choice, at the end, and its columns with them. Of
 * columns that only grow, the groups' column grows too and the question stays the same, so that what was counted
 * of either is still true.
 */
export function withGroups(
  edition: Edition,
  given: Columns,
  grouping: Grouping,
): { edition: Edition; columns: Columns } {
  const { from, places, others, groups } = grouping
  const source = typeof from === 'string' ? columnAt(given, from) : from
  const made = madeBefore(source.grown, grouping)
  const column = filledTo(made, given.count, (start) => {
    const codes = source.column.subarray(start)
    const more = codeColumn(groups.length, codes.length)
    for (let i = 0; i < codes.length; i++) more[i] = (places[codes[i] as number] ?? others) + 2
    return more
  })
  const { question } = made
  const columns = new Map(given.columns).set(question.id, column)
  const sections = [...edition.sections, { id: `${question.id}_section`, questions: [question] }]
  return { edition: { ...edition, sections }, columns: { ...given, columns } }
}

const columnAt = ({ count, columns, grown }: Columns, key: string) => ({
  ...{ column: columns.get(key) ?? new Uint8Array(count), grown },
})

interface Made extends Filling {
  question: QuestionOf<'single'>
}

function madeBefore(grown: object | undefined, { from, ...grouping }: Grouping): Made {
  const { id, title, groups } = grouping
  const fresh = (): Made => ({
    ...emptyFilling(),
    question: { id, kind: 'single', title, options: [...groups] },
  })
  if (!grown) return fresh()
  // Where anything about the groups is changed at the desk, they are others.
  const which = JSON.stringify({ ...grouping, key: typeof from === 'string' ? from : undefined })
  return keptOf(grown, grown, `groups ${which}`, fresh)
}
