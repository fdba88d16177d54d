import {
  type Cell,
  type Count,
  type Figure,
  fewestForShare,
  type ResultTable,
  tooFewForShare,
} from './result-table.ts'
import { sentence } from './sentence.ts'

/** A table of a part of everybody: without shares wherever it is a part of fewer than twenty. */
export function withoutSmallShares(table: ResultTable): ResultTable {
  const told = { ...table, body: bodyOf(table) }
  const isSmall = isFew(table.base)
  const remark = [table.remark, tooFewForShare].filter((one) => one !== undefined).join(' · ')
  const whole = isSmall ? { ...told, remark } : told
  return { ...whole, sentence: sentence(whole) }
}

function bodyOf({ body, base }: ResultTable): ResultTable['body'] {
  switch (body.shape) {
    case 'bars':
    case 'scale':
    case 'histogram':
    case 'days':
      return { ...body, bars: body.bars.map((bar) => plain(bar, base)) }
    case 'rows':
      return {
        ...body,
        rows: body.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell) => plain(cell, row.base)),
        })),
      }
    case 'pairs':
      return {
        ...body,
        pairs: body.pairs.map((pair) => ({
          ...pair,
          left: plain(pair.left, pair.base),
          right: plain(pair.right, pair.base),
        })),
      }
    case 'measures':
      return {
        ...body,
        rows: body.rows.map((row) => ({
          ...row,
          figures: row.figures.map((figure) => plainFigure(figure, body.answered)),
        })),
      }
    case 'places':
    case 'texts':
      return body
  }
}

const isFew = (base: Count) => base !== null && base < fewestForShare

const plain = <T extends Cell>(cell: T, base: Count): T =>
  isFew(base) ? { ...cell, share: null } : cell

function plainFigure(figure: Figure, base: Count): Figure {
  const { value, isPeople } = figure
  if (!isPeople || value === null || !isFew(base)) return figure
  return { ...figure, share: null, text: value.toLocaleString('zh-CN') }
}
