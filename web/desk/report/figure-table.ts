import { numberedTitle } from '../../numbered-title.ts'
import {
  type Cell,
  countText,
  notTold,
  type ResultTable,
  shareText,
} from '../results/result-table.ts'
import type { PlainTable } from './report.ts'

/** A question's numbers as a plain table, with what the page hides hidden; nothing where there are none. */
export function figureTable(table: ResultTable): PlainTable | undefined {
  const { body, apart, base } = table
  if (base === null || base === 0) return
  const caption = numberedTitle(table)
  const rest = apart.map(({ label, count }) => [label, countText(count), '–'])
  const heads = ['选项', '人数', '占被问到的人']
  switch (body.shape) {
    case 'bars':
    case 'scale':
    case 'histogram':
    case 'days': {
      const rows = body.bars.map((bar) => [bar.label, countText(bar.count), shareText(bar.share)])
      return { caption, heads, rows: [...rows, ...rest] }
    }
    case 'rows':
      return {
        caption,
        heads: ['', ...body.columns.map(({ label }) => label), 'n'],
        rows: body.rows.map(({ label, cells, base }) => [
          label,
          ...cells.map(cellText),
          countText(base),
        ]),
      }
    case 'pairs':
      return {
        caption,
        heads: ['这一个', '人数', '那一个', '人数', 'n'],
        rows: body.pairs.map(({ left, right, base }) => [
          ...[left.label, cellText(left), right.label, cellText(right), countText(base)],
        ]),
      }
    case 'measures':
      return {
        caption,
        heads: ['选项', ...body.heads],
        rows: body.rows.map(({ label, figures }) => [
          label,
          ...figures.map(({ value, text }) => (value === null ? notTold : text)),
        ]),
      }
    case 'places':
      return {
        caption,
        heads: ['在哪里', '人数', ...body.categories],
        rows: body.places.map(({ label, people, cells }) => [
          ...[label, countText(people), ...cells.map(countText)],
        ]),
      }
    case 'texts':
      return
  }
}

/** n and what stands apart, in one line under a table. */
export function baseLine({ base, remark, body }: ResultTable): string {
  const outside = body.shape === 'scale' && body.outside ? `，不含「${body.outside}」` : ''
  const n = `n = ${countText(base)}（被问到的人${outside}）`
  return remark ? `${n}；${remark}。` : `${n}。`
}

const cellText = ({ count, share }: Cell) =>
  count === null ? notTold : `${countText(count)}（${shareText(share)}）`
