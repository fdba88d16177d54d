import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { notTold } from '../../results/result-table.ts'
import type { PlainTable } from '../report.ts'
import { fonts, typeArea } from './layout.ts'

const whole = convertMillimetersToTwip(typeArea.width)
const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }

/** A table of the word processor's own, as wide as the type area; its head is repeated on every page. */
export function wordTable({ heads, rows }: PlainTable): Table {
  const widths = widthsOf(heads, rows)
  const isWide = manyColumns(heads)
  const fitsOnPage = heightOf(rows, widths) <= mostLines
  const alignments = heads.map((_, at) =>
    heads[at] === heads[0] || isText(rows, at) ? AlignmentType.LEFT : AlignmentType.CENTER,
  )
  const cell = (text: string, at: number, isHead: boolean, keepNext: boolean) =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      margins: { top: 0, bottom: 0, left: 80, right: 80 },
      children: (isWide ? inNarrow(text) : [text]).map(
        (line) =>
          new Paragraph({
            ...{ style: 'ReportCell', keepNext },
            alignment: isHead ? AlignmentType.CENTER : (alignments[at] ?? AlignmentType.CENTER),
            children: [new TextRun({ text: line, ...(isHead && { font: fonts.part }) })],
          }),
      ),
    })
  return new Table({
    width: { size: whole, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: {
      ...{ top: line, bottom: line, left: line, right: line },
      ...{ insideHorizontal: line, insideVertical: line },
    },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: cells(heads, true, true) }),
      ...rows.map((row, at) => {
        // One that fits stands on one page, with what is said below it; of others no row is left alone on either.
        const isHeld = fitsOnPage || at < 1 || at >= rows.length - 2
        return new TableRow({ cantSplit: true, children: cells(row, false, isHeld) })
      }),
    ],
  })

  function cells(texts: string[], isHead: boolean, keepNext: boolean) {
    return heads.map((_, at) => cell(texts[at] ?? '', at, isHead, keepNext))
  }
}

/** So many that a number and its share stand one below the other, and what is hidden is a dash, explained below; columns that go on beside are the same. */
export const manyColumns = (heads: readonly string[]) => new Set(heads).size > 5

const inNarrow = (text: string) =>
  text === notTold ? ['–'] : text.split(/(?=（\d+%）$)/).filter((line) => line !== '')

// Words are read from the left, numbers and short signs stand in the middle of their column.
const isText = (rows: string[][], at: number) =>
  at === 0
    ? rows.some((row) => /\p{L}/u.test(row[0] ?? ''))
    : rows.some((row) => lengthOf((row[at] ?? '').replace(notTold, '')) > 8)

/** As wide as what stands in them needs; where that is too much, the widest columns give way, and none is narrower than a number. */
function widthsOf(heads: string[], rows: string[][]): number[] {
  // Of many columns none may take the room a number with its share needs in the next.
  const widest = manyColumns(heads) ? 6.8 : 24
  const needOf = (at: number) => {
    const longest = Math.max(...rows.map((row) => lengthOf(row[at] ?? '')), 0)
    return Math.max(5, Math.min(lengthOf(heads[at] ?? ''), 7) + 1.5, longest + 1.5)
  }
  // Columns that go on beside are as wide as those they go on from.
  const needs = heads.map((head) =>
    Math.min(widest, Math.max(...heads.map((one, at) => (one === head ? needOf(at) : 0)))),
  )
  const upTo = (most: number) => needs.map((need) => Math.min(need, most))
  const sumOf = (some: readonly number[]) => some.reduce((total, one) => total + one, 0)
  let most = widest
  while (most > 5 && sumOf(upTo(most)) * sign > whole) most -= 0.5
  const given = upTo(most)
  return given.map((one) => Math.floor((one / sumOf(given)) * whole))
}

// So many lines of a table leave room on the page for a question's own words and its chart.
const mostLines = 24
// The width of a Chinese character of 10.5 pt, in twentieths of a point.
const sign = 210

/** How many lines the rows take, a cell's text being broken at the edge of its column. */
function heightOf(rows: readonly string[][], widths: readonly number[]): number {
  const lines = (text: string, at: number) =>
    Math.ceil((lengthOf(text) * sign) / Math.max(1, (widths[at] ?? 0) - 160))
  return rows.reduce((sum, row) => sum + Math.max(1, ...row.map(lines)), 0)
}

// A Latin letter or a digit takes half the room of a Chinese character.
const lengthOf = (text: string) =>
  [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) < 0x2000 ? 0.55 : 1), 0)
