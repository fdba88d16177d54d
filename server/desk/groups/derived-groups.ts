import { type DerivedGroups, listDerivedGroups } from '../../../db/derived-groups.ts'
import type { Store } from '../../../db/store.ts'
import type { Columns } from '../../../surveys/engine/columns.ts'
import { atomsOf, type Wanted } from '../../../surveys/engine/compare/atoms.ts'
import type { AllOfRule, GroupRule } from '../../../surveys/engine/compare/group-rule.ts'
import { type Side, sideOf } from '../../../surveys/engine/compare/side.ts'
import { withGroups } from '../../../surveys/engine/compare/with-groups.ts'
import type { Edition } from '../../../surveys/engine/definition.ts'
import type { Results } from '../results/results.ts'

interface Extended {
  edition: Edition
  columns: Columns
}

/** The edition with every grouping made at the desk as a question of its own, and its columns with them. */
export async function withDerivedGroups(
  store: Store,
  { consultation, audience }: Pick<Results, 'consultation' | 'audience'>,
  start: Extended,
): Promise<Extended & { groupedFrom: Map<string, GroupRule> }> {
  const found = await listDerivedGroups(store, { consultationId: consultation.id, audience })
  let extended = start
  const groupedFrom = new Map<string, GroupRule>()
  for (const one of found) {
    const with_ = withOne(one, extended)
    if (!with_) continue
    extended = with_
    groupedFrom.set(`group_${one.id}`, one.rule)
  }
  return { ...extended, groupedFrom }
}

function withOne({ id, name, rule }: DerivedGroups, { edition, columns }: Extended) {
  const grouped = groupsBy(rule, (key) => sideOf(edition, columns, key))
  if (!grouped) return
  const { atoms, names } = grouped
  return withGroups(edition, columns, {
    id: `group_${id}`,
    title: { 'zh-CN': name },
    groups: names.map((label, at) => ({ id: `g${at}`, label: { 'zh-CN': label } })),
    // Codes of options begin at 2.
    ...{ from: atoms.side, places: [-1, -1, ...atoms.places], others: -1 },
  })
}

/** Everybody in groups, and what they are put together from; nothing where the questionnaire has no such question. */
export function groupsBy(rule: GroupRule, sideAt: (key: string) => Side | undefined) {
  switch (rule.kind) {
    case 'parts': {
      const side = sideAt(rule.key)
      if (!side || side.picks === 'several') return
      const { options } = side
      const names = [...new Set(options.flatMap(({ id }) => rule.groups[id] ?? []))]
      const places = options.map(({ id }) => names.indexOf(rule.groups[id] ?? ''))
      const members = [options.map((_, at) => [at])]
      return {
        names,
        keys: [rule.key],
        wanted: [],
        atoms: { side, places, groups: names.length, members },
      }
    }
    case 'allOf': {
      const [one, two] = wantedBy(rule, sideAt)
      if (!one || rule.conditions.length > (two ? 2 : 1)) return
      const wanted = two ? [one, two] : [one]
      return {
        names: [rule.inside, rule.outside],
        keys: rule.conditions.map(({ key }) => key),
        wanted,
        atoms: atomsOf(two ? [one, two] : [one]),
      }
    }
  }
}

function wantedBy(rule: AllOfRule, sideAt: (key: string) => Side | undefined): Wanted[] {
  return rule.conditions.flatMap(({ key, any }) => {
    const side = sideAt(key)
    const places = side ? side.options.flatMap(({ id }, at) => (any.includes(id) ? [at] : [])) : []
    return side && places.length > 0 ? [{ side, any: places }] : []
  })
}
