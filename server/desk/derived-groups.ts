import { type DerivedGroups, listDerivedGroups } from '../../db/derived-groups.ts'
import type { Store } from '../../db/store.ts'
import type { Columns } from '../../surveys/engine/columns.ts'
import { withGroups } from '../../surveys/engine/compare/with-groups.ts'
import type { Edition } from '../../surveys/engine/definition.ts'
import { questionsOf } from '../../surveys/engine/questions.ts'
import { countedOptions } from '../../surveys/engine/tally.ts'
import type { Results } from './results.ts'

/** Questions that can be grouped: one choice each. */
export const canBeGrouped = (edition: Edition) =>
  [...questionsOf(edition).values()].filter(
    ({ id, kind }) => (kind === 'single' || kind === 'scale') && !id.startsWith('group_'),
  )

/** What a grouping was made of: by option of its question, the place of its group, −1 where in none. */
export interface GroupedFrom {
  question: string
  places: readonly number[]
  groups: number
}

/** The edition with every grouping made at the desk as a question of its own, and its columns with them. */
export async function withDerivedGroups(
  store: Store,
  { consultation, audience }: Pick<Results, 'consultation' | 'audience'>,
  start: { edition: Edition; columns: Columns },
): Promise<{ edition: Edition; columns: Columns; groupedFrom: Map<string, GroupedFrom> }> {
  const found = await listDerivedGroups(store, { consultationId: consultation.id, audience })
  let extended = start
  const groupedFrom = new Map<string, GroupedFrom>()
  for (const one of found) {
    const grouped = groupedBy(one, extended)
    if (!grouped) continue
    extended = grouped.extended
    groupedFrom.set(`group_${one.id}`, grouped.from)
  }
  return { ...extended, groupedFrom }
}

function groupedBy(
  { id, name, question, groups }: DerivedGroups,
  { edition, columns }: { edition: Edition; columns: Columns },
) {
  const asked = questionsOf(edition).get(question)
  const column = columns.columns.get(question)
  if (!asked || !column) return
  const options = countedOptions(asked, edition)
  const names = [...new Set(options.flatMap((option) => groups[option.id] ?? []))]
  const placeOf = options.map((option) => names.indexOf(groups[option.id] ?? ''))
  const extended = withGroups(edition, columns, {
    id: `group_${id}`,
    title: { 'zh-CN': name },
    groups: names.map((label, at) => ({ id: `g${at}`, label: { 'zh-CN': label } })),
    groupOf: (response) => placeOf[(column[response] as number) - 2] ?? -1,
  })
  return { extended, from: { question, places: placeOf, groups: names.length } }
}
