import { dateOf } from '../../../surveys/engine/shanghai.ts'
import { audienceName } from '../../../web/desk/names.ts'
import type { Released } from '../../../web/public/released.ts'
import { byteOrderMark, csvLine } from '../csv.ts'
import { toldCount, toldShare } from '../told-figures.ts'
import { isHidden, type ReleasedLine, releasedLines } from './released-lines.ts'

const releasedHeads = [
  ...['版', '题号', '题目', '行', '选项', '组', '人数', '占被问到的人', 'n（被问到的人）', '说明'],
  ...['数值', '隐去', '统计截至'],
]

/** The numbers of a release as a long table: the numbers of the page, the same ones hidden. */
export function releasedCsv(released: Released): string {
  const { title, takenAt } = released
  return [
    byteOrderMark,
    csvLine(releasedHeads),
    ...releasedLines(released).map((line) => csvLine(releasedCells(line))),
    csvLine([
      '',
      '',
      `${title}。意见征集结果，不等于表决。自愿参与，非随机抽样。数到 ${dateOf(takenAt)}。`,
    ]),
  ].join('')
}

function releasedCells(line: ReleasedLine): (string | number)[] {
  const { audience, question, title, row, option, group, count, base, note, value } = line
  return [
    ...[audienceName(audience), question, title, row, option, group],
    ...[toldCount(count), toldShare(line.share), toldCount(base), note, toldCount(value)],
    ...[isHidden(line) ? 1 : 0, dateOf(line.takenAt)],
  ]
}
