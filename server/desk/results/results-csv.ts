import { momentName } from '../../../web/desk/names.ts'
import type { ResultFilter } from '../../../web/desk/results/filter.ts'
import { byteOrderMark, csvLine } from '../../exports/csv.ts'
import { resultHeads, resultRows } from '../../exports/result-rows.ts'
import { type Results, resultSections } from './results.ts'

/** The tables of the results page as a file, with the same cells hidden. */
export function resultsCsv(results: Results, filter: ResultFilter, now: number): string {
  const { sections } = resultSections(results, filter)
  const tables = sections.flatMap((section) => section.tables)
  return [
    byteOrderMark,
    csvLine(resultHeads),
    ...tables.flatMap(resultRows).map(csvLine),
    csvLine(['', `意见征集结果，不等于表决。截至 ${momentName(now)}。`]),
  ].join('')
}
