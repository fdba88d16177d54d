import { type Compared, intervalText, markName } from '../../../web/desk/compare/compared.ts'
import { momentName } from '../../../web/desk/names.ts'
import { tooFewForShare } from '../../../web/desk/results/result-table.ts'
import { byteOrderMark, csvLine } from '../../exports/csv.ts'
import { toldCount, toldShare } from '../../exports/told-figures.ts'

/** The comparison as a file, one line for each cell, with the same cells hidden. */
export function compareCsv(
  { caption, by, groups, rows, everybody }: Compared,
  now: number,
): string {
  const line = (
    row: string,
    group: string,
    base: number | null,
    cell: Compared['rows'][number]['whole'],
  ) => {
    const isSmall = cell.count !== null && cell.share === null
    return csvLine([
      ...[
        caption,
        row,
        by,
        group,
        toldCount(cell.count),
        isSmall ? tooFewForShare : toldShare(cell.share),
        toldCount(base),
      ],
      ...[intervalText(cell.interval), markName(cell.mark)],
    ])
  }
  return [
    byteOrderMark,
    csvLine([
      '题目',
      '选项',
      '按什么分',
      '组',
      '人数',
      '占该组',
      'n（该组被问到的人）',
      '95% 区间',
      '和其他人比',
    ]),
    ...rows.flatMap(({ label, whole, cells }) => [
      line(label, '所有人', everybody, whole),
      ...cells.map((cell, at) =>
        line(label, groups[at]?.label ?? '', groups[at]?.base ?? null, cell),
      ),
    ]),
    csvLine(['', `意见征集结果，不等于表决。截至 ${momentName(now)}。`]),
  ].join('')
}
