import type { Question } from '../../../surveys/engine/definition.ts'
import { smallestGroup } from '../../../surveys/engine/guard.ts'
import { keptPairwise, keptTally } from '../../../surveys/engine/kept-counts.ts'
import { pairwiseWinner } from '../../../surveys/engine/pairwise.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import type { Pairwise } from '../../../web/desk/results/question-page.tsx'
import type { Results } from '../results/results.ts'

// A pair is told where both sides have enough people; ten, as for every figure of a ranking.
const fewest = 10

/** Two by two, who was put before whom: the larger side of each pair. */
export function pairwiseOf(
  { edition, columns, audience }: Results,
  question: Question,
): Pairwise | undefined {
  if (question.kind !== 'rank') return
  const before = keptPairwise(question, columns)
  const counted = keptTally(question, edition, columns)
  const answered = counted.kind === 'rank' ? counted.answered : 0
  const labels = question.options.map(({ label }) => textIn(label, 'zh-CN'))
  const k = Math.max(fewest, smallestGroup(audience))
  const rows = labels.flatMap((label, i) =>
    labels.flatMap((other, j) => {
      const [mine, theirs] = [before[i]?.[j] ?? 0, before[j]?.[i] ?? 0]
      if (i === j || mine < theirs || (mine === theirs && i > j)) return []
      // Those who put neither are all others who answered.
      const neither = answered - mine - theirs
      const isTold = mine >= k && theirs >= k && (neither === 0 || neither >= k)
      const [count, of] = isTold ? [mine, mine + theirs] : [null, null]
      return [{ before: label, after: other, count, of }]
    }),
  )
  const winner = pairwiseWinner(before)
  const isSure = rows.every(({ count }) => count !== null)
  return { winner: winner === undefined || !isSure ? undefined : labels[winner], rows }
}
