import { momentName } from '../../../web/desk/names.ts'
import { labelKinds, labelNames } from '../../../web/desk/quality/label-words.ts'
import type { Counted } from '../../../web/desk/quality/quality-page.tsx'
import type { SideBySide } from '../../../web/desk/quality/sides-figure.tsx'
import type { Cell } from '../../../web/desk/results/result-table.ts'
import { byteOrderMark, csvLine } from '../../exports/csv.ts'
import { toldCount, toldShare } from '../../exports/told-figures.ts'

/** How many came, count and carry which label; and the question looked at, with the same cells hidden. */
export function qualityCsv(
  { received, valid, labels, timed }: Counted,
  sides: SideBySide | undefined,
  now: number,
): string {
  const rate = received > 0 ? Math.round((1000 * valid) / received) / 10 : ''
  return [
    byteOrderMark,
    csvLine(['项目', '数']),
    csvLine(['收到（份）', received]),
    csvLine(['计入（份）', valid]),
    csvLine(['排除（份）', received - valid]),
    csvLine(['有效率（%）', rate]),
    ...labelKinds.map((kind) => csvLine([`提示：${labelNames[kind].name}（份）`, labels[kind]])),
    csvLine(['报了用时的（份）', timed]),
    ...(sides ? sideLines(sides) : []),
    csvLine(['', `意见征集结果，不等于表决。截至 ${momentName(now)}。`]),
  ].join('')
}

function sideLines({ title, base, baseWithout, rows }: SideBySide): string[] {
  const cells = ({ count, share }: Cell) => [toldCount(count), toldShare(share)]
  return [
    csvLine([]),
    csvLine([title, '全部计入的', '占被问到的人', '去掉有提示的', '占被问到的人']),
    ...rows.map(({ label, whole, without }) =>
      csvLine([label, ...cells(whole), ...cells(without)]),
    ),
    csvLine(['n（被问到的人）', toldCount(base), '', toldCount(baseWithout), '']),
  ]
}
