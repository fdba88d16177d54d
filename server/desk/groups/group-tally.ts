import { groupColumns } from '../../../surveys/engine/compare/group-columns.ts'
import type { Question } from '../../../surveys/engine/definition.ts'
import { type GuardedTally, smallestGroup } from '../../../surveys/engine/guard.ts'
import type { Guarded } from '../../../surveys/engine/hide-small.ts'
import { peopleIn, type Selected } from '../../../surveys/engine/histogram.ts'
import { tallyOf } from '../../../surveys/engine/kept-counts.ts'
import { crossOf } from '../../../surveys/engine/kept-cross-tab.ts'
import type { Results } from '../results/results.ts'
import { groupSources } from './group-sources.ts'

/** People in groups made at the desk, no more of them than the tables they were made from leave open; nothing for other questions. */
export function groupTally(
  results: Omit<Results, 'derivedOf'>,
  question: Question,
  selected: Selected | undefined,
): GuardedTally | undefined {
  const { edition, columns, groupedFrom, audience } = results
  const rule = groupedFrom.get(question.id)
  const grouped = rule && groupSources(results, rule, selected)
  if (!grouped) return
  const total = selected ? peopleIn(selected) : columns.count
  const { atoms, totals, noColumn } = grouped
  const people = { ...crossOf(atoms.side, atoms.side, selected), counts: [], rowBases: [] }
  const known = { noColumn: noColumn(people.both) }
  const k = smallestGroup(audience)
  const counts: Guarded[] =
    groupColumns(people, totals, atoms, 'one', k, known)?.columnBases ??
    Array.from({ length: atoms.groups }, () => null)
  const told = counts.reduce((sum: number | null, count) => {
    return sum === null || count === null ? null : sum + count
  }, 0)
  const tallied = tallyOf(question, edition, columns, selected)
  return {
    ...{ tallied, merged: true },
    guarded: { kind: 'choice', shown: total, answered: told, counts, dontKnow: 0, picks: told },
  }
}
