import type { QuestionOf } from '../../../surveys/engine/definition.ts'
import { type Guarded, hideSmall } from '../../../surveys/engine/hide-small.ts'
import type { ProtectedTally } from '../../../surveys/engine/protect.ts'
import { firstsTold } from '../../../surveys/engine/protect-kinds.ts'
import type { QuestionTally } from '../../../surveys/engine/tally.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { type Body, type Figure, type Measured, notTold, shareText } from './result-table.ts'

type Of<T, K> = Extract<T, { kind: K }>
type Measures = Extract<Body, { shape: 'measures' }>

/** What was put in order: the score that is drawn, then what stands behind it. The dearest comes first. */
export function rankBody(
  question: QuestionOf<'rank'>,
  guarded: Of<ProtectedTally, 'rank'>,
  tallied: Of<QuestionTally, 'rank'>,
  k: number,
  released?: Guarded[],
): Measures {
  const { shown, answered } = guarded
  const placed = tallied.options.map(({ places }) => places)
  const firsts = released ?? firstsTold(guarded, tallied, k)
  const rows = question.options.map(({ id, label }, at): Measured => {
    const { borda = null, meanRank = null } = guarded.options[at] ?? {}
    const all = (placed[at] ?? []).reduce((sum, people) => sum + people, 0)
    // Those who left it out could be worked out from those who did not.
    const [ranked = null] = answered === null ? [] : hideSmall([all, tallied.answered - all], k)
    const figures = [
      plain(borda, `${borda} 分`),
      plain(ranked === null ? null : meanRank, `第 ${meanRank?.toFixed(1)} 位`),
      people(shown === null ? null : (firsts[at] ?? null), answered),
      // A release tells less, so that two of them tell nothing of those who came between.
      ...(released ? [] : [people(ranked, answered)]),
    ]
    return { id, label: textIn(label, 'zh-CN'), figures }
  })
  const heads = ['得分', '平均排在', '首选率（排在第一）', ...(released ? [] : ['排了它的人'])]
  return { shape: 'measures', of: 'rank', answered, heads, rows: sorted(rows) }
}

/** Stickers given away: how many each person gave an option on average, of all that were given, and by whom. */
export function budgetBody(
  question: QuestionOf<'budget'>,
  { answered, options }: Of<ProtectedTally, 'budget'>,
): Measures {
  const rows = question.options.map(({ id, label }, at): Measured => {
    const { mean = null, share = null, givers = null } = options[at] ?? {}
    const figures = [
      plain(mean, mean?.toFixed(1) ?? ''),
      plain(share, `${share}%`),
      people(answered === null ? null : givers, answered),
    ]
    return { id, label: textIn(label, 'zh-CN'), figures }
  })
  const unit = textIn(question.unit, 'zh-CN')
  const heads = [`人均${unit}`, '占给出的', '给过它的人']
  return { shape: 'measures', of: 'budget', answered, heads, rows: sorted(rows) }
}

// Sorted by a number that is hidden, options would give it away: then they keep their order.
function sorted(rows: Measured[]): Measured[] {
  const value = ({ figures }: Measured) => figures[0]?.value ?? -1
  return [...rows].sort((a, b) => value(b) - value(a))
}

const plain = (value: Guarded, text: string): Figure => ({
  value,
  text: value === null ? notTold : text,
})

function people(count: Guarded, of: Guarded): Figure {
  const share = count === null || !of ? null : count / of
  const number = count?.toLocaleString('zh-CN') ?? notTold
  const text = share === null ? number : `${number}（${shareText(share)}）`
  return { value: count, text, share, isPeople: true }
}
