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
import { tooFew } from '../../results/result-table.ts'
import type { PlainTable } from '../report.ts'
import { fonts, typeArea } from './layout.ts'

const whole = convertMillimetersToTwip(typeArea.width)
const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }

/** A table of the word processor's own, as wide as the type area; its head is repeated on every page. */
export function wordTable({ heads, rows }: PlainTable): Table {
  const widths = widthsOf(heads, rows)
  const isWide = manyColumns(heads)
  const alignments = heads.map((_, at) =>
    isText(rows, at) ? AlignmentType.LEFT : AlignmentType.CENTER,
  )
  // A short table stands on one page, with what is said below it.
  const isShort = rows.length <= 10
  const cell = (text: string, at: number, isHead: boolean, keepNext: boolean) =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
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
      ...rows.map((row) => {
        const children = cells(row, false, isShort)
        return new TableRow({ cantSplit: true, children })
      }),
    ],
  })

  function cells(texts: string[], isHead: boolean, keepNext: boolean) {
    return heads.map((_, at) => cell(texts[at] ?? '', at, isHead, keepNext))
  }
}

/** So many that a number and its share stand one below the other, and what is hidden is a dash, explained below. */
export const manyColumns = (heads: readonly string[]) => heads.length > 5

const inNarrow = (text: string) =>
  text === tooFew ? ['–'] : text.split(/(?=（\d+%）$)/).filter((line) => line !== '')

// Words are read from the left, numbers and short signs stand in the middle of their column.
const isText = (rows: string[][], at: number) =>
  at === 0
    ? rows.some((row) => /\p{L}/u.test(row[0] ?? ''))
    : rows.some((row) => lengthOf((row[at] ?? '').replace(tooFew, '')) > 8)

/** As wide as what stands in them needs, and no column narrower than a number. */
function widthsOf(heads: string[], rows: string[][]): number[] {
  // Of many columns none may take the room a number with its share needs in the next.
  const widest = manyColumns(heads) ? 6.8 : 24
  const needs = heads.map((head, at) => {
    const longest = Math.max(...rows.map((row) => lengthOf(row[at] ?? '')), 0)
    return Math.min(widest, Math.max(5, Math.min(lengthOf(head), 7) + 1.5, longest + 1.5))
  })
  const sum = needs.reduce((total, need) => total + need, 0)
  return needs.map((need) => Math.floor((need / sum) * whole))
}

// A Latin letter or a digit takes half the room of a Chinese character.
const lengthOf = (text: string) =>
  [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) < 0x2000 ? 0.55 : 1), 0)
