import type { ComparisonTable } from '../../web/desk/results/comparison.tsx'
import type { Cell, Count, ResultTable } from '../../web/desk/results/result-table.ts'
import { toldCount, toldShare } from './told-figures.ts'

export type FileRow = (string | number)[]

export const resultHeads = [
  ...['题号', '题目', '行', '选项', '人数', '占被问到的人', 'n（被问到的人）', '说明', '数值'],
]

/** One number of a table, with all that says what it is of. */
export interface ResultLine {
  question: string
  title: string
  /** Of a question with several rows, which. */
  row: string
  option: string
  /** People; undefined where the number is no number of people, null where it is hidden. */
  count: Count | undefined
  share: number | null
  base: Count
  note: string
  /** A score or a mean. */
  value: Count | undefined
}

/** The numbers of a table one by one, with those hidden that the page hides. */
export function resultLines(table: ResultTable): ResultLine[] {
  const { id, number, title, base, remark, apart, body } = table
  const about = { question: number ?? id, title }
  const line = (row: string, option: string, cell: Cell, base: Count, note = ''): ResultLine => ({
    ...{ ...about, row, option, base, note, value: undefined },
    ...{ count: cell.count, share: cell.share },
  })
  const valueLine = (row: string, option: string, value: Count): ResultLine => ({
    ...{ ...about, row, option, base, note: remark ?? '', value, count: undefined, share: null },
  })
  const rest = apart.map(({ label, count }) => line('', label, { count, share: null }, base))
  const bars = body.shape === 'bars' ? body.bars : []
  const firsts = bars.flatMap(({ label, first }) =>
    first && table.firsts
      ? [line(`首选率（${table.firsts.asked}）`, label, first, table.firsts.base)]
      : [],
  )
  switch (body.shape) {
    case 'bars':
    case 'scale':
    case 'histogram':
    case 'days':
      return [...body.bars.map((bar) => line('', bar.label, bar, base, remark)), ...rest, ...firsts]
    case 'rows':
      return body.rows.flatMap((row) =>
        row.cells.map((cell, at) => line(row.label, body.columns[at]?.label ?? '', cell, row.base)),
      )
    case 'pairs':
      return body.pairs.flatMap((pair) =>
        [pair.left, pair.right].map((side) =>
          line(`${pair.left.label} / ${pair.right.label}`, side.label, side, pair.base),
        ),
      )
    case 'measures': {
      const lines = body.rows.flatMap(({ label, figures }) =>
        figures.map(({ value, isPeople, share = null }, at) =>
          isPeople
            ? line(body.heads[at] ?? '', label, { count: value, share }, body.answered)
            : valueLine(body.heads[at] ?? '', label, value),
        ),
      )
      return [...lines, ...rest]
    }
    case 'places': {
      const lines = body.places.flatMap(({ label, people, cells }) => [
        line(label, '', { count: people, share: null }, base, remark),
        ...cells.map((count, at) =>
          line(label, body.categories[at] ?? '', { count, share: null }, base),
        ),
      ])
      return [...lines, ...rest]
    }
    case 'texts':
      return [line('', '写了话的人', { count: body.answered, share: null }, base)]
  }
}

/** The same as rows of a spreadsheet, under `resultHeads`. */
export const resultRows = (table: ResultTable): FileRow[] =>
  resultLines(table).map(({ question, title, row, option, count, share, base, note, value }) => [
    ...[question, title, row, option],
    ...[toldCount(count), toldShare(share), toldCount(base), note, toldCount(value)],
  ])

/** One question by neighbourhood: a line for each option, people and share of every group, n below. */
export function comparisonRows({ caption, groups, rows, foot, note }: ComparisonTable): FileRow[] {
  return [
    [caption, note],
    ['选项', ...groups.flatMap(({ name }) => [`${name}（人数）`, `${name}（占比）`])],
    ...rows.map(({ label, cells }) => [
      label,
      ...cells.flatMap((cell) => [cell.text ?? toldCount(cell.count), toldShare(cell.share)]),
    ]),
    [foot, ...groups.flatMap(({ n }) => [toldCount(n), ''])],
    [],
  ]
}
