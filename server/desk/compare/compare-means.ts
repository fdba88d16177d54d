import type { QuestionOf } from '../../../surveys/engine/definition.ts'
import { smallestGroup } from '../../../surveys/engine/guard.ts'
import { hideSmall } from '../../../surveys/engine/hide-small.ts'
import { keptTally } from '../../../surveys/engine/kept-counts.ts'
import { protect } from '../../../surveys/engine/protect.ts'
import type { QuestionTally } from '../../../surveys/engine/tally.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import type { ComparisonTable } from '../../../web/desk/results/comparison.tsx'
import type { Results } from '../results/results.ts'

interface Group {
  name: string
  tallied: QuestionTally | undefined
}

// A mean of fewer says too much about each of them.
const fewestForMean = 10

/**
 * Scores or stickers per person in each neighbourhood. The mean of all is shown elsewhere, so a group
 * left out alone could be worked out from it: then the next smallest is left out too.
 */
export function meansCompared(
  { edition, columns }: Results,
  question: QuestionOf<'rank' | 'budget'>,
  all: Group[],
): ComparisonTable | undefined {
  const k = Math.max(smallestGroup(edition.audience), fewestForMean)
  const groups = all.filter(({ tallied }) => answeredIn(tallied) > 0)
  if (groups.length < 2) return
  const unit = question.kind === 'rank' ? undefined : textIn(question.unit, 'zh-CN')
  const full = question.kind === 'rank' ? 100 : question.total
  const people = hideSmall(
    groups.map(({ tallied }) => answeredIn(tallied)),
    k,
  )
  const whole = meansIn(keptTally(question, edition, columns), k)
  const means = groups.map(({ tallied }, at) => (people[at] === null ? [] : meansIn(tallied, k)))
  const rows = question.options.map(({ label }, option) => ({
    label: textIn(label, 'zh-CN'),
    order: whole[option] ?? -1,
    cells: means.map((values) => {
      const mean = values[option] ?? null
      const text = mean === null ? '' : unit ? mean.toFixed(1) : `${mean} 分`
      return { count: mean, share: mean === null ? null : mean / full, text }
    }),
  }))
  return {
    caption: `各居民区：${textIn(question.title, 'zh-CN')}`,
    note: unit ? `每格是人均${unit}。` : '每格是得分，0–100，越高越靠前。',
    foot: unit ? `n（分了${unit}的人）` : 'n（排了的人）',
    groups: groups.map(({ name }, at) => ({ name, n: people[at] ?? null })),
    rows: rows.sort((a, b) => b.order - a.order),
  }
}

function answeredIn(tallied: QuestionTally | undefined): number {
  return tallied?.kind === 'rank' || tallied?.kind === 'budget' ? tallied.answered : 0
}

function meansIn(tallied: QuestionTally | undefined, k: number): (number | null)[] {
  const guarded = tallied && protect(tallied, k)
  if (guarded?.kind === 'rank') return guarded.options.map(({ borda }) => borda)
  return guarded?.kind === 'budget' ? guarded.options.map(({ mean }) => mean) : []
}
