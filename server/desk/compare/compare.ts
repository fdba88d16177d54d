import { differencesIn } from '../../../surveys/engine/compare/differences.ts'
import { groupColumns } from '../../../surveys/engine/compare/group-columns.ts'
import {
  type ProtectedCrossTab,
  protectCrossTab,
} from '../../../surveys/engine/compare/protect-cross-tab.ts'
import { withGroups } from '../../../surveys/engine/compare/with-groups.ts'
import { smallestGroup } from '../../../surveys/engine/guard.ts'
import type { Guarded } from '../../../surveys/engine/hide-small.ts'
import type { Selected } from '../../../surveys/engine/histogram.ts'
import { crossOf } from '../../../surveys/engine/kept-cross-tab.ts'
import { wilson } from '../../../surveys/engine/statistics/wilson.ts'
import type { Compared, ComparedCell } from '../../../web/desk/compare/compared.ts'
import { peopleName } from '../../../web/desk/names.ts'
import type { ResultFilter } from '../../../web/desk/results/filter.ts'
import { fewestForShare } from '../../../web/desk/results/result-table.ts'
import { groupSources } from '../groups/group-sources.ts'
import { narrow, type Results } from '../results/results.ts'
import { compareChoices, namesOf } from './compare-choices.ts'
import { groupingsOf } from './groupings.ts'
import { areSkipsKnown, marginsKnown, toldSide } from './told-margins.ts'

export type NotCompared = 'choose' | 'same' | 'too-few' | 'nobody' | 'untold'

/** One question by another, or by where and how people answered. */
export function compare(
  results: Results,
  q: string,
  by: string,
  filter: ResultFilter,
): Compared | NotCompared {
  const choices = compareChoices(results)
  const asked = choices.questions.find(({ id }) => id === q)
  const group = choices.groupings.find(({ id }) => id === by)
  if (!asked || !group) return 'choose'
  const rule = results.groupedFrom.get(by)
  const used = rule
    ? rule.kind === 'parts'
      ? [rule.key]
      : rule.conditions.map(({ key }) => key)
    : [by]
  if (used.includes(q)) return 'same'
  const narrowed = narrow(results, filter)
  if (narrowed === 'too-few') return 'too-few'
  const crossed = crossTold(results, q, by, narrowed.selected)
  if (typeof crossed === 'string') return crossed
  return comparedOf(crossed, {
    ...{ caption: asked.label, by: group.label, audience: results.audience },
    isGrouped: rule !== undefined,
  })
}

/** A protected table with the names of its rows and columns. */
export interface Crossed {
  told: ProtectedCrossTab
  rows: string[]
  groups: string[]
  /** Whether somebody may stand in several columns. */
  overlap: boolean
  /** Whether the rows are bins: those before the first and after the last that anybody is in say nothing. */
  isBinned: boolean
}

/** The table of one side by another, protected against what stands on the page of results. */
export function crossTold(
  results: Results,
  q: string,
  by: string,
  selected: Selected | undefined,
): Crossed | NotCompared {
  const k = smallestGroup(results.audience)
  const grouping = groupingsOf(results).find(({ id }) => id === by)
  const { edition, columns } = grouping
    ? withGroups(results.edition, results.columns, grouping)
    : results
  const rows = toldSide({ ...results, edition, columns }, q, selected)
  if (!rows) return 'choose'
  const isBinned = rows.side.options.some(({ bin }) => bin !== undefined)
  const named = { rows: namesOf(edition, q, rows.side), overlap: false, isBinned }
  const rule = results.groupedFrom.get(by)
  if (rule) {
    const found = groupSources(results, rule, selected)
    if (!found) return 'choose'
    const tab = crossOf(rows.side, found.atoms.side, selected)
    if (tab.both === 0) return 'nobody'
    const tables = found.tablesWith(rows)
    const known = { noRow: areSkipsKnown(rows, tab.both), noColumn: found.noColumn(tab.both) }
    const told = groupColumns(tab, tables, found.atoms, rows.side.picks, k, known)
    return told ? { ...named, told, groups: found.names } : 'untold'
  }
  const groups = toldSide({ ...results, edition, columns }, by, selected)
  if (!groups) return 'choose'
  const tab = crossOf(rows.side, groups.side, selected)
  if (tab.both === 0) return 'nobody'
  const picks = { rows: rows.side.picks, columns: groups.side.picks }
  const told = protectCrossTab(tab, picks, k, marginsKnown(rows, groups, tab.both))
  if (!told) return 'untold'
  return {
    ...{ ...named, told, groups: namesOf(edition, by, groups.side) },
    overlap: groups.side.picks === 'several',
  }
}

/** A protected table, ready to be read. */
export function comparedOf(
  { told, rows, groups, overlap, isBinned }: Crossed,
  about: Pick<Compared, 'caption' | 'by' | 'isGrouped'> & { audience: Results['audience'] },
): Compared {
  const { audience, ...named } = about
  const [marks = []] = differencesIn([told])
  // Groups nobody is in would only be empty columns.
  const seen = groups.map((_, at) => at).filter((at) => told.columnBases[at] !== 0)
  const given = told.rowBases.map((people) => people !== 0)
  const isGiven = (row: number) =>
    !isBinned || (row >= given.indexOf(true) && row <= given.lastIndexOf(true))
  const everybody = told.both < smallestGroup(audience) ? null : told.both
  return {
    ...{ ...named, overlap, everybody, people: peopleName(audience) },
    groups: seen.map((at) => ({ label: groups[at] ?? '', base: told.columnBases[at] ?? null })),
    rows: rows.flatMap((label, row) => {
      if (!isGiven(row)) return []
      const whole = cellOf(told.rowBases[row], told.both, null)
      const cells = seen.map((at) =>
        cellOf(told.counts[row]?.[at], told.columnBases[at], marks[row]?.[at] ?? null),
      )
      return [{ label, whole, cells }]
    }),
  }
}

/** Of too few people no share is told, and no interval: each of them would weigh too much. */
function cellOf(
  count: Guarded = null,
  base: Guarded = null,
  mark: ComparedCell['mark'] = null,
): ComparedCell {
  if (count === null || base === null || base < fewestForShare)
    return { count, share: null, interval: undefined, mark: count === null ? null : mark }
  return { count, share: count / base, interval: wilson(count, base), mark }
}
