import { differences } from '../../surveys/engine/compare/differences.ts'
import type { Block } from '../../web/desk/report/report.ts'
import { countText, shareText } from '../../web/desk/results/result-table.ts'
import type { ReleasedEdition, ReleasedQuestion } from '../../web/public/released.ts'
import { paragraph } from './facts.ts'
import { isOpinion } from './opinion.ts'

/** Where a neighbourhood stands out from the others, by the same test as on the page of comparison, from published numbers only. */
export function markedPlaces({ questions, people }: ReleasedEdition): Block[] {
  const opinions = questions.filter(({ table }) => isOpinion(table.title))
  const told = opinions.flatMap((one) => standingOut(one, people))
  const text =
    told.length > 0
      ? `用两组比例的检验（整张表一起按 Holm 校正，每组至少 30 人）看，各居民区的差别有 ${told.length} 处说得准，列在下面。其余的差不多，或者样本太少，不比较。`
      : '各居民区之间没有说得准的差别：差不多，或者样本太少（每组不到 30 人），不比较。'
  return [
    paragraph('findings/marked', text),
    ...(told.length > 0 ? [tableOf(told)] : []),
    paragraph(
      'findings/unmarked',
      '分年龄、分租户和业主的对比没有列出：公示的数字只按居民区分开，再按年龄、居住身份分开会让人数少的组被认出来。需要时在工作台的「对比」里看，人数少的格子一样不显示。',
    ),
  ]
}

const tableOf = (rows: string[][]): Block => ({
  ...{ kind: 'table', caption: '和其他居民区不一样的地方' },
  ...{ heads: ['题目', '选项', '居民区（n）', '人数（占比）', '和其他居民区比'], rows },
})

/** A line for each neighbourhood that differs from the others. */
function standingOut({ table, breakdown }: ReleasedQuestion, people: number | null): string[][] {
  const { body, base } = table
  if (!breakdown || (body.shape !== 'bars' && body.shape !== 'scale')) return []
  const { groups, rows } = breakdown.table
  const both = base ?? people
  if (both === null) return []
  const marks = differences({
    counts: rows.map(({ cells }) => cells.map(({ count }) => count)),
    rowBases: rows.map(({ label }) => body.bars.find((bar) => bar.label === label)?.count ?? null),
    columnBases: groups.map(({ n }) => n),
    both,
  })
  return rows.flatMap(({ label, cells }, row) =>
    cells.flatMap(({ count, share }, at) => {
      const mark = marks[row]?.[at]
      if (mark !== 'higher' && mark !== 'lower') return []
      const { name = '', n = null } = groups[at] ?? {}
      const told = `${countText(count)}（${shareText(share)}）`
      const more = mark === 'higher' ? '明显高于' : '明显低于'
      return [[table.title, label, `${name}（${countText(n)}）`, told, more]]
    }),
  )
}
