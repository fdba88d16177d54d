import type { Block } from '../../web/desk/report/report.ts'
import type { ComparisonTable } from '../../web/desk/results/comparison.tsx'
import { countText, type ResultTable, shareText } from '../../web/desk/results/result-table.ts'
import type { ReleasedEdition, ReleasedQuestion } from '../../web/public/released.ts'
import { standardOf } from '../desk/compare/standard-groupings.ts'
import { paragraph } from './facts.ts'

/** Who answered: by age and tenure, and each by neighbourhood, as far as the release tells it. */
export function sampleBlocks({ questions }: ReleasedEdition): Block[] {
  const found = questions.flatMap((one) => {
    const is = standardOf(one.table.title)
    return is && one.table.kind === 'single' ? [{ ...one, is }] : []
  })
  const told = new Set(found.map(({ is }) => is))
  const untold = (['age', 'tenure'] as const).filter((is) => !told.has(is)).map((is) => names[is])
  return [
    ...found.flatMap(({ is, ...one }) => tablesOf(names[is], one)),
    paragraph('basics/sample', why(untold)),
  ]
}

const names = { age: '年龄', tenure: '居住身份' }

function tablesOf(name: string, { table, breakdown }: Omit<ReleasedQuestion, 'is'>): Block[] {
  if (table.body.shape !== 'bars' || table.base === null) return []
  return [
    oneWay(name, table, table.body.bars),
    ...(breakdown ? [twoWay(name, breakdown.table)] : []),
  ]
}

function oneWay(
  name: string,
  { apart, base }: ResultTable,
  bars: { label: string; count: number | null; share: number | null }[],
): Block {
  return {
    ...{ kind: 'table', caption: `样本构成：${name}（n = ${countText(base)}）` },
    heads: [name, '人数', '占比'],
    rows: [
      ...bars.map(({ label, count, share }) => [label, countText(count), shareText(share)]),
      ...apart.map(({ label, count }) => [label, countText(count), '–']),
    ],
  }
}

function twoWay(name: string, { groups, rows }: ComparisonTable): Block {
  return {
    ...{ kind: 'table', caption: `样本构成：${name} × 居民区（人数）` },
    heads: [name, ...groups.map(({ name }) => name)],
    rows: [
      ...rows.map(({ label, cells }) => [label, ...cells.map(({ count }) => countText(count))]),
      ['n', ...groups.map(({ n }) => countText(n))],
    ],
  }
}

const why = (untold: readonly string[]) =>
  `${untold.length > 0 ? `${untold.join('、')}没有公示，这里不列。` : ''}居民区、年龄和居住身份三项一起交叉，每一格人数太少，会认出个人，所以只列公示过的单项和两项的构成。`
