import { groupCounts } from '../../surveys/engine/compare/group-columns.ts'
import type { Question } from '../../surveys/engine/definition.ts'
import type { Selected } from '../../surveys/engine/histogram.ts'
import { questionsOf } from '../../surveys/engine/questions.ts'
import { tally } from '../../surveys/engine/tally.ts'
import { type GuardedTally, guard, smallestGroup } from '../../web/desk/results/result-of.ts'
import type { Results } from './results.ts'

/** People in groups made at the desk, no more of them than their question's own table leaves open; nothing for other questions. */
export function groupTally(
  { edition, columns, groupedFrom, audience }: Omit<Results, 'derivedOf'>,
  question: Question,
  selected: Selected | undefined,
): GuardedTally | undefined {
  const from = groupedFrom.get(question.id)
  const source = from && questionsOf(edition).get(from.question)
  if (!from || !source) return
  const total = selected ? selected.reduce((sum, one) => sum + one, 0) : columns.count
  const counted = tally(source, edition, columns, selected)
  const { guarded } = guard(counted, total, smallestGroup(audience))
  if (counted.kind !== 'choice' || guarded.kind !== 'choice') return
  const othersTold = guarded.answered !== null && guarded.dontKnow !== null
  const counts = groupCounts(counted.counts, guarded.counts, from, othersTold)
  const told = counts.reduce((sum: number | null, count) => {
    return sum === null || count === null ? null : sum + count
  }, 0)
  const tallied = tally(question, edition, columns, selected)
  return {
    ...{ tallied, merged: true },
    guarded: { kind: 'choice', shown: total, answered: told, counts, dontKnow: 0, picks: told },
  }
}
