import type { Column } from '../column.ts'
import type { Columns } from '../columns.ts'
import type { Edition } from '../definition.ts'
import type { Text } from '../text.ts'

/** Groups that people fall into by something other than an answer: where they posted it, how it came in. */
export interface Grouping {
  /** Like a question's id. */
  id: string
  title: Text
  groups: readonly { id: string; label: Text }[]
  /** By response, the place of its group, or −1. */
  groupOf: (response: number) => number
}

/** An edition in which the groups stand like a question of one choice, at the end, and its columns with them. */
export function withGroups(
  edition: Edition,
  { count, columns }: Columns,
  { id, title, groups, groupOf }: Grouping,
): { edition: Edition; columns: Columns } {
  const column: Column = groups.length < 250 ? new Uint8Array(count) : new Uint16Array(count)
  for (let i = 0; i < count; i++) column[i] = groupOf(i) + 2
  const question = { id, kind: 'single' as const, title, options: [...groups] }
  return {
    edition: {
      ...edition,
      sections: [...edition.sections, { id: `${id}_section`, questions: [question] }],
    },
    columns: { count, columns: new Map(columns).set(id, column) },
  }
}
