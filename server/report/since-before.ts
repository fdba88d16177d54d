import { momentName } from '../../web/desk/names.ts'
import type { Block } from '../../web/desk/report/report.ts'
import {
  type Bar,
  countText,
  type ResultTable,
  shareText,
} from '../../web/desk/results/result-table.ts'
import { editionOf, paragraph, type ReportFacts } from './facts.ts'

/**
 * 与上一次比较: the same questions in the release before. Nothing is said where something was published before
 * and cannot be compared: whether the neighbourhood was asked in another way, nobody here knows.
 */
export function sinceBefore({ released, before, isFirst }: ReportFacts): Block[] {
  if (isFirst)
    return [paragraph('findings/before', '这次征询的结果是第一次公示，没有上一期可以比较。')]
  const [now, then] = [{ released }, before && { released: before }].map(
    (one) => one && editionOf(one, 'adult'),
  )
  if (!before || !now || !then || now.version !== then.version) return []
  const rows = now.questions.flatMap(({ table, takenAt }) => {
    const earlier = then.questions.find((one) => one.table.id === table.id)
    // What could not be counted anew is told as it was: nothing has changed, and nothing is known.
    return earlier && earlier.takenAt !== takenAt ? changeOf(earlier.table, table) : []
  })
  if (rows.length === 0) return []
  const day = momentName(before.takenAt).split(' ')[0]
  const said = `和统计到${day}的上一期相比。两期是同一次征询，这一期包括了上一期的答卷，所以只能看走向，不能当作两次调查来比。`
  return [
    paragraph('findings/before', said),
    {
      kind: 'table',
      caption: '这一期选得最多的一项，上一期是多少',
      heads: ['题目', '选得最多', '上一期（n）', '这一期（n）'],
      rows,
    },
  ]
}

function changeOf(earlier: ResultTable, table: ResultTable): string[][] {
  const [top] = [...barsOf(table)].sort((a, b) => (b.share ?? 0) - (a.share ?? 0))
  const was = barsOf(earlier).find(({ id }) => id === top?.id)
  if (!top || !was || top.share === null || was.share === null) return []
  const told = (bar: Bar, { base }: ResultTable) => `${shareText(bar.share)}（${countText(base)}）`
  return [[table.title, top.label, told(was, earlier), told(top, table)]]
}

function barsOf({ body }: ResultTable): Bar[] {
  return body.shape === 'bars' || body.shape === 'scale' ? body.bars : []
}
