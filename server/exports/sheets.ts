import { writeXlsx, writeXlsxStream } from 'hucre/xlsx'

/** A cell of a spreadsheet. A text is always written as a text: none can become a formula. */
export type SheetCell = string | number

export interface Sheet {
  name: string
  rows: SheetCell[][]
  /** How many characters wide each column is. */
  widths: number[]
  /** Rows that stay where they are when the others are scrolled. */
  heads: number
}

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A workbook of a few sheets that fit into memory. */
export async function workbook(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await writeXlsx({
    sheets: sheets.map(({ name, rows, widths, heads }) => ({
      name,
      rows: rows.map((row) => row.map(plain)),
      columns: widths.map((width) => ({ width })),
      ...(heads > 0 && { freezePane: { rows: heads } }),
    })),
    defaultFont: { name: '等线', size: 11 },
    // Each text stands in its own cell, as the streamed sheet has it.
    stringMode: 'inline',
  })
  return new Uint8Array(bytes)
}

/** A workbook of one sheet whose rows come one after another, so that there may be any number of them. */
export function streamedSheet(
  name: string,
  widths: number[],
  rows: AsyncIterable<SheetCell[]>,
): ReadableStream<Uint8Array> {
  const columns = widths.map((width) => ({ width }))
  return writeXlsxStream(cleaned(rows), { name, columns, freezePane: { rows: 1 } })
}

async function* cleaned(rows: AsyncIterable<SheetCell[]>) {
  for await (const row of rows) yield row.map(plain)
}

// No cell takes more.
const longest = 32_767

/** A text as Excel shows it unchanged: `_x000D_` would be read as the sign it spells. */
function plain(cell: SheetCell): SheetCell {
  if (typeof cell === 'number') return cell
  const text = cell.replace(/\r\n?/g, '\n').replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}
