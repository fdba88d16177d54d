import type { Difference } from '../../../surveys/engine/compare/differences.ts'
import type { Interval } from '../../../surveys/engine/statistics/wilson.ts'
import { type Count, countText, shareText } from '../results/result-table.ts'

/** One question's answers, group by group, protected. */
export interface Compared {
  caption: string
  /** What the columns are. */
  by: string
  people: string
  everybody: Count
  groups: { label: string; base: Count }[]
  rows: { label: string; whole: ComparedCell; cells: ComparedCell[] }[]
  /** Whether somebody may stand in several columns. */
  overlap: boolean
  /** Whether the columns were put together at the desk out of others. */
  isGrouped: boolean
  /** What else must be known to read it. */
  remark?: string
}

export interface ComparedCell {
  count: Count
  share: number | null
  interval: Interval | undefined
  mark: Difference
}

/** What a mark is called; nothing where the numbers are not told. */
export function markName(mark: Difference): string {
  switch (mark) {
    case 'higher':
      return '明显高于其他人'
    case 'lower':
      return '明显低于其他人'
    case 'alike':
      return '差不多'
    case 'few':
      return '样本太少不比较'
    case null:
      return ''
  }
}

/** 24–41%, the 95 % interval; a share of so few people is told with how far it may be off. */
export function intervalText(interval: Interval | undefined): string {
  if (!interval) return ''
  const whole = (share: number) => Math.round(share * 100)
  return `${whole(interval.low)}–${whole(interval.high)}%`
}

/** What stands out, in sentences; the largest differences first. */
export function findings({ groups, rows, by, everybody, people }: Compared): string[] {
  const marked = rows.flatMap(({ label, whole, cells }) =>
    cells.flatMap((cell, at) => {
      const { mark, share, count } = cell
      if ((mark !== 'higher' && mark !== 'lower') || share === null) return []
      const apart = Math.abs(share - (whole.share ?? share))
      const group = groups[at]
      const more = mark === 'higher' ? '明显高于' : '明显低于'
      const said = `「${group?.label}」的 ${countText(group?.base ?? null)} 位里，${countText(count)} 位（${shareText(share)}）选了「${label}」，${more}其他人。`
      return [{ said, apart }]
    }),
  )
  const largest = marked.sort((a, b) => b.apart - a.apart).slice(0, 4)
  if (largest.length > 0) return largest.map(({ said }) => said)
  const compared = rows.some(({ cells }) => cells.some(({ mark }) => mark === 'alike'))
  return [
    compared
      ? `${countText(everybody)} 位${people}按「${by}」分开看，没有发现说得准的差别。`
      : `${countText(everybody)} 位${people}按「${by}」分开看，每一组人都太少（不到 30 位），不作比较。`,
  ]
}
