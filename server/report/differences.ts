import type { Block } from '../../web/desk/report/report.ts'
import type { ComparisonTable } from '../../web/desk/results/comparison.tsx'
import {
  type Bar,
  countText,
  type ResultTable,
  shareText,
} from '../../web/desk/results/result-table.ts'
import { editionOf, paragraph, type ReportFacts } from './facts.ts'
import { isOpinion } from './opinion.ts'

/** 五、分歧与顾虑: where people are of two minds, who is not content, and where neighbourhoods differ. */
export function differences(facts: ReportFacts): Block[] {
  const questions = (['adult', 'child'] as const).flatMap((audience) =>
    (editionOf(facts, audience)?.questions ?? [])
      .filter(({ table }) => isOpinion(table.title))
      .map((one) => ({ audience, ...one })),
  )
  const found = questions.flatMap(({ audience, table, breakdown }) => {
    const told = [dividedOver(table), breakdown && apart(breakdown.table, table.title)]
    return told.flatMap((sentence, at) =>
      sentence ? [paragraph(`differences/${audience}/${table.id}/${at}`, sentence)] : [],
    )
  })
  const intro =
    found.length > 0
      ? '只看多数会漏掉一些人。下面几处，居民的想法不一样，或者有不少人不满意，商量办法时要一并考虑。'
      : '公示的数字里，没有看到明显的分歧。留言里的顾虑请在这里补充。'
  return [paragraph('differences/intro', intro), ...found]
}

// What makes a difference worth a sentence: a tenth between the two first, a fifth at the bad end, a fifth between places.
const near = 0.1
const many = 0.2

function dividedOver({ title, kind, body, base }: ResultTable): string | undefined {
  if (base === null) return
  switch (body.shape) {
    case 'scale': {
      const worst = body.bars.slice(-2)
      const shares = worst.map(({ share }) => share)
      const count = worst.reduce((sum, bar) => sum + (bar.count ?? 0), 0)
      const share = shares.reduce<number>((sum, one) => sum + (one ?? 0), 0)
      if (body.bars.length < 4 || shares.includes(null) || share < many) return
      return `「${title}」：问到 ${countText(base)} 人，${countText(count)} 位（${shareText(share)}）选了${worst.map(quoted).join('或')}。`
    }
    case 'bars': {
      if (kind !== 'single') return
      const [first, second] = [...body.bars]
        .filter((bar): bar is Bar & { count: number; share: number } => bar.share !== null)
        .sort((a, b) => b.share - a.share)
      if (!first || !second || second.share < many || first.share - second.share > near) return
      return `「${title}」：${of(first)}和${of(second)}接近，看不出多数。`
    }
    case 'pairs':
      return sentenceOf(
        title,
        body.pairs.flatMap(({ left, right }) =>
          left.share !== null && right.share !== null && Math.abs(left.share - right.share) <= near
            ? [`${of(left)}和${of(right)}差不多`]
            : [],
        ),
      )
    case 'rows':
    case 'histogram':
    case 'days':
    case 'measures':
    case 'places':
    case 'texts':
      return
  }
}

const sentenceOf = (title: string, told: string[]) =>
  told.length > 0 ? `「${title}」：${told.join('；')}。` : undefined

/** The option on which two neighbourhoods are furthest apart, where both are told. */
function apart({ groups, rows }: ComparisonTable, title: string): string | undefined {
  const spans = rows.flatMap(({ label, cells }) => {
    const seen = cells.flatMap(({ share }, at) =>
      share === null ? [] : [{ share, name: groups[at]?.name ?? '', n: groups[at]?.n ?? 0 }],
    )
    const sorted = seen.filter(({ n }) => n >= smallest).sort((a, b) => b.share - a.share)
    const [top, low] = [sorted[0], sorted.at(-1)]
    return top && low && top !== low ? [{ label, top, low, span: top.share - low.share }] : []
  })
  const [widest] = spans.sort((a, b) => b.span - a.span)
  if (!widest || widest.span < many) return
  const { label, top, low } = widest
  return `「${title}」里选「${label}」的，${top.name}有 ${shareText(top.share)}（n = ${countText(top.n)}），${low.name}有 ${shareText(low.share)}（n = ${countText(low.n)}），两处不一样。`
}

// With fewer people a difference between places means nothing.
const smallest = 30

const quoted = ({ label }: { label: string }) => `「${label}」`
const of = ({ label, count, share }: Bar) =>
  `「${label}」${countText(count)} 位（${shareText(share)}）`
