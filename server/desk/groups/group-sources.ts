import type { Source } from '../../../surveys/engine/compare/group-columns.ts'
import type { GroupRule } from '../../../surveys/engine/compare/group-rule.ts'
import {
  type ProtectedCrossTab,
  protectCrossTab,
} from '../../../surveys/engine/compare/protect-cross-tab.ts'
import type { CrossTab } from '../../../surveys/engine/cross-tab.ts'
import { smallestGroup } from '../../../surveys/engine/guard.ts'
import type { Selected } from '../../../surveys/engine/histogram.ts'
import { crossOf } from '../../../surveys/engine/kept-cross-tab.ts'
import { areSkipsKnown, marginsKnown, type ToldSide, toldSide } from '../compare/told-margins.ts'
import { groupsBy } from './derived-groups.ts'

/**
 * Groups made at the desk, with the tables they were made from and that can be looked at as well: `totals` of
 * everybody, and for a question in the rows `tables`.
 */
export function groupSources(
  results: Parameters<typeof toldSide>[0],
  rule: GroupRule,
  selected: Selected | undefined,
) {
  const k = smallestGroup(results.audience)
  const told = new Map<string, ToldSide>()
  const grouped = groupsBy(rule, (key) => {
    const side = toldSide(results, key, selected)
    if (side) told.set(key, side)
    return side?.side
  })
  if (!grouped) return
  const { atoms, names, keys, wanted } = grouped
  // Of a condition only the options it wants matter.
  const sides = keys.flatMap((key, at) => {
    const side = told.get(key)
    const columns = wanted[at]?.any ?? side?.side.options.map((_, place) => place) ?? []
    return side ? [{ side, columns, members: atoms.members[at] ?? [] }] : []
  })
  const totals = sides.map(({ side, columns, members }): Source => {
    const { columnBases, both } = crossOf(side.side, side.side, selected)
    const raw = { counts: [], rowBases: [], columnBases, both }
    const known = { counts: [], rowBases: [], columnBases: side.counts, both: side.base }
    return { raw: only(raw, columns), told: only(known, columns), members }
  })
  const [one, two] = sides
  if (one && two) totals.push(pairOf(one, two))
  // Who is in no atom skipped the question, where there is one.
  const noColumn = (both: number) => one !== undefined && areSkipsKnown(one.side, both)
  return { atoms, names, totals, noColumn, tablesWith }

  /** The tables of this question by each of the questions the groups were made from. */
  function tablesWith(rows: ToldSide): Source[] {
    const tables = sides.map(({ side, columns, members }): Source => {
      const raw = crossOf(rows.side, side.side, selected)
      const picks = { rows: rows.side.picks, columns: side.side.picks }
      const whole = protectCrossTab(raw, picks, k, marginsKnown(rows, side, raw.both)) ?? {
        counts: raw.counts.map((row) => row.map(() => null)),
        rowBases: rows.counts,
        columnBases: side.counts,
        both: raw.both,
      }
      return { raw: only(raw, columns), told: only(whole, columns), members }
    })
    return [...tables, ...totals.slice(2)]
  }

  /** How many picked this of the one and that of the other: those two can be compared by themselves. */
  function pairOf(one: (typeof sides)[number], two: (typeof sides)[number]): Source {
    const raw = crossOf(one.side.side, two.side.side, selected)
    const picks = { rows: one.side.side.picks, columns: two.side.side.picks }
    const whole = protectCrossTab(raw, picks, k, marginsKnown(one.side, two.side, raw.both))
    const pairs = one.columns.flatMap((a, i) => two.columns.map((b, j) => ({ a, b, i, j })))
    return {
      raw: {
        ...{ counts: [], rowBases: [], both: raw.both },
        columnBases: pairs.map(({ a, b }) => raw.counts[a]?.[b] ?? 0),
      },
      told: {
        ...{ counts: [], rowBases: [], both: whole?.both ?? null },
        columnBases: pairs.map(({ a, b }) => whole?.counts[a]?.[b] ?? null),
      },
      members: pairs.map(({ i, j }) => {
        const others = two.members[j] ?? []
        return (one.members[i] ?? []).filter((atom) => others.includes(atom))
      }),
    }
  }
}

function only<T extends CrossTab | Source['told'] | ProtectedCrossTab>(
  tab: T,
  columns: readonly number[],
): T {
  const pick = <V>(values: readonly V[]) => columns.map((at) => values[at] as V)
  const counts = (tab.counts as (number | null)[][]).map(pick)
  return { ...tab, counts, columnBases: pick<number | null>(tab.columnBases) }
}
