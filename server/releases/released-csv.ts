import { isoDay } from '../../web/desk/names.ts'
import { tooFew } from '../../web/desk/results/result-table.ts'
import type { Released } from '../../web/public/released.ts'
import { byteOrderMark, csvLine } from '../desk/csv.ts'
import { resultHeads, resultRows } from '../exports/result-rows.ts'

/** The tables of a release as a file: the numbers of the page, the same ones hidden. */
export function releasedCsv({ editions, takenAt, title }: Released): string {
  const day = dayIn(takenAt)
  return [
    byteOrderMark,
    csvLine(resultHeads),
    ...editions.flatMap((edition) => [
      csvLine([edition.title]),
      ...edition.questions.flatMap(({ table, breakdown }) => [
        ...resultRows(table).map(csvLine),
        ...(breakdown?.table.rows ?? []).flatMap(({ label, cells }) =>
          cells.map(({ count, share }, at) => {
            const group = breakdown?.table.groups[at]
            return csvLine([
              ...[table.number ?? table.id, table.title, group?.name, label, count ?? tooFew],
              ...[share === null ? '' : Math.round(share * 100) / 100, group?.n ?? tooFew],
            ])
          }),
        ),
      ]),
    ]),
    csvLine(['', `${title}。意见征集结果，不等于表决。自愿参与，非随机抽样。数到 ${day}。`]),
  ].join('')
}

/** The day in Shanghai. */
export const dayIn = (time: number) => isoDay(Math.floor((time + 8 * 3_600_000) / 86_400_000))
