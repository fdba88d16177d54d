import type { Child } from 'hono/jsx'
import { BarsTable } from './bars-table.tsx'
import { PairsTable } from './pairs-table.tsx'
import { countText, type ResultTable, tooFew } from './result-table.ts'
import { RowsTable } from './rows-table.tsx'

interface FigureProps {
  table: ResultTable
  /** The question's own page, where neighbourhoods are compared. */
  href?: string | undefined
  /** What people wrote, below the figures. */
  children?: Child
}

/** One question: the finding as headline, the chart drawn from the table, n and base, the table on demand. */
export function ResultFigure({ table, href, children }: FigureProps) {
  const asked = `${table.number ? `${table.number}. ` : ''}${table.title}`
  const hasTable = table.body.shape !== 'texts' && table.base !== null && table.base > 0
  return (
    <figure class="finding" id={table.id} data-finding>
      <figcaption>
        <p class="asked">{href ? <a href={href}>{asked}</a> : asked}</p>
        <h3>{table.sentence}</h3>
      </figcaption>
      {hasTable && (
        <>
          <div class="plot" data-plot hidden />
          <Base table={table} />
          <details class="numbers" open data-numbers>
            <summary>看表格</summary>
            <NumbersTable table={table} caption={asked} />
          </details>
        </>
      )}
      {!hasTable && table.base !== 0 && <Base table={table} />}
      {children}
    </figure>
  )
}

function NumbersTable({ table, caption }: { table: ResultTable; caption: string }) {
  const { body } = table
  switch (body.shape) {
    case 'bars':
    case 'scale':
      return <BarsTable caption={caption} shape={body.shape} bars={body.bars} apart={table.apart} />
    case 'histogram':
      return <BarsTable caption={caption} shape="histogram" bars={body.bars} apart={table.apart} />
    case 'rows':
      return <RowsTable caption={caption} columns={body.columns} rows={body.rows} />
    case 'pairs':
      return <PairsTable caption={caption} pairs={body.pairs} />
    case 'texts':
      return null
  }
}

/** n, base and those who stand apart, in one quiet line. */
function Base({ table }: { table: ResultTable }) {
  const { base, remark, apart, body } = table
  const outside = body.shape === 'scale' && body.outside ? `，不含「${body.outside}」` : ''
  const parts = [
    `n = ${base === null ? tooFew : countText(base)}（被问到的人${outside}）`,
    ...apart.map(({ label, count }) => `${label} ${countText(count)}`),
  ]
  return (
    <p class="base">
      {parts.join(' · ')}
      {remark && ` · ${remark}`}
    </p>
  )
}
