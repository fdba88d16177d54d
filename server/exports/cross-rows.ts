import { type Compared, markName } from '../../web/desk/compare/compared.ts'
import { compare } from '../desk/compare/compare.ts'
import { comparisonOf } from '../desk/compare/comparison.ts'
import { standardGroupings } from '../desk/compare/standard-groupings.ts'
import type { Results } from '../desk/results/results.ts'
import { comparisonRows, type FileRow } from './result-rows.ts'
import { toldCount, toldShare } from './told-figures.ts'

/** Every question by neighbourhood, age, tenure and channel, as far as the edition asks them, protected as on the pages. */
export async function crossRows(results: Results): Promise<FileRow[]> {
  const groupings = standardGroupings(results.edition).map(({ question }) => question.id)
  const rows: FileRow[] = []
  for (const question of results.edition.sections.flatMap((section) => section.questions)) {
    // Each table is checked to the last cell, so the others at the desk are let in between.
    await new Promise((resolve) => setTimeout(resolve))
    const places = comparisonOf(results, question)
    if (places) rows.push(...comparisonRows(places))
    for (const by of [...groupings, '@channel-of']) {
      const compared = compare(results, question.id, by, { is: [] })
      if (compared === 'too-few') rows.push([`${question.id} 按 ${by}：人数太少，不列`], [])
      else if (typeof compared === 'object') rows.push(...comparedRows(compared))
    }
  }
  return rows
}

function comparedRows({ caption, by, groups, rows, everybody, overlap }: Compared): FileRow[] {
  return [
    [`${caption}，按「${by}」`, overlap ? '一个人可能在几组里。' : ''],
    [
      ...['选项', '所有人（人数）', '所有人（占比）'],
      ...groups.flatMap(({ label }) => [`${label}（人数）`, `${label}（占比）`, '和其他人比']),
    ],
    ...rows.map(
      ({ label, whole, cells }): FileRow => [
        ...[label, toldCount(whole.count), toldShare(whole.share)],
        ...cells.flatMap((cell) => [
          toldCount(cell.count),
          toldShare(cell.share),
          markName(cell.mark),
        ]),
      ],
    ),
    ['n', toldCount(everybody), '', ...groups.flatMap(({ base }) => [toldCount(base), '', ''])],
    [],
  ]
}
