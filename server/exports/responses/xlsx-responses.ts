import type { Store } from '../../../db/store.ts'
import { dateOfDay } from '../../../surveys/engine/read-date.ts'
import type { Results } from '../../desk/results/results.ts'
import { missingNames } from '../missing.ts'
import { type SheetCell, streamedSheet } from '../sheets.ts'
import type { ResponseRecord, Variable } from '../variable.ts'
import { variablesOf } from '../variables.ts'
import { type Told, writtenRecords } from './records.ts'

/** One line per person with the options in words. Past Excel's 1,048,576 lines it goes on in a second sheet. */
export function xlsxResponses(
  store: Store,
  results: Results,
  told: Told,
): ReadableStream<Uint8Array> {
  const { widths, rows } = responseSheet(store, results, told)
  return streamedSheet('去标识原始', widths, rows)
}

/** The same lines, to be put into a workbook of several sheets. */
export function responseSheet(store: Store, results: Results, told: Told) {
  const variables = variablesOf(results).filter(({ column }) => !column.endsWith('.~given'))
  const cells = variables.map(cellWriter)
  const widths = variables.map(({ kind, path }) => (kind === 'text' && path ? 40 : 16))
  return { widths, rows: rows() }

  async function* rows(): AsyncGenerator<SheetCell[]> {
    yield variables.map(({ label }) => label)
    const cellsOf = (record: ResponseRecord) => cells.map((write) => write(record))
    for await (const batch of writtenRecords(store, results, told, cellsOf)) yield* batch
  }
}

function cellWriter(variable: Variable): (record: ResponseRecord) => SheetCell {
  const { kind, set, values, missing, column, path } = variable
  const words = new Map(missing)
  // Of several choices 1 and 0 can be added up; a single one is read better in words.
  if (!set) for (const [code, label] of values) words.set(code, label)
  const id = column.split('.')[0] ?? ''
  const ofQuestion = path || kind === 'date' ? column !== 'day' : false
  return (record) => {
    const value = variable.read(record)
    if (ofQuestion && (value === null || value === '')) return whyEmpty(record, id, column)
    if (value === null) return ''
    if (kind === 'date' && typeof value === 'number') return dateOfDay(value)
    return typeof value === 'number' ? (words.get(value) ?? value) : value
  }
}

function whyEmpty({ shown }: ResponseRecord, id: string, column: string): string {
  if (!shown.has(id)) return missingNames.unshown
  return column === id && shown.get(id) === undefined ? missingNames.skipped : ''
}
