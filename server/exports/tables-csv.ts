import { momentName } from '../../web/desk/names.ts'
import type { AppContext } from '../host.ts'
import { byteOrderMark, csvLine, downloadHeaders } from './csv.ts'
import type { FileRow } from './result-rows.ts'

/** A table of a page as a file has it, with the same cells hidden. */
export interface FileTable {
  caption: string
  heads: string[]
  rows: FileRow[]
}

/** Every page with tables gives them as a file at its own address with `format=csv`. */
export const asksForFile = (c: AppContext) => c.req.query('format') === 'csv'

/** The tables one below the other, and what must be known to read them. */
export function tablesFile(
  c: AppContext,
  name: string,
  tables: readonly (FileTable | undefined)[],
  k?: number | string,
): Response {
  const told = tables.filter((table) => table !== undefined)
  const hidden = k === undefined ? '' : `少于 ${k} 人的格子不显示。`
  const body = [
    byteOrderMark,
    ...told.flatMap(({ caption, heads, rows }) => [
      ...[csvLine([caption]), csvLine(heads)],
      ...[...rows.map(csvLine), '\r\n'],
    ]),
    csvLine([`意见征集结果，不等于表决。${hidden}截至 ${momentName(c.var.now())}。`]),
  ]
  return c.body(body.join(''), 200, downloadHeaders(`${name}.csv`, 'text/csv; charset=utf-8'))
}
