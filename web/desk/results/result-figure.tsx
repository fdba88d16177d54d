import type { Child } from 'hono/jsx'
import { numberedTitle } from '../../numbered-title.ts'
import { BarsTable } from './bars-table.tsx'
import { MeasuresTable } from './measures-table.tsx'
import { PairsTable } from './pairs-table.tsx'
import { PlacesMap, PlacesTable } from './places-map.tsx'
import { type Cell, countText, notTold, type ResultTable, shareText } from './result-table.ts'
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
  const asked = numberedTitle(table)
  const hasTable = table.body.shape !== 'texts' && table.base !== null && table.base > 0
  return (
    <figure class="finding" id={table.id} data-finding>
      <figcaption>
        <p class="asked">{href ? <a href={href}>{asked}</a> : asked}</p>
        <h3>{table.sentence}</h3>
      </figcaption>
      {hasTable && (
        <>
          {table.body.shape === 'places' ? (
            <PlacesMap plan={table.body.plan} areas={table.body.areas} />
          ) : (
            <div class="plot" data-plot hidden />
          )}
          <OptionPictures body={table.body} />
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
      return (
        <BarsTable
          {...{ caption, shape: body.shape, bars: body.bars, apart: table.apart }}
          firsts={table.firsts}
          heads={headsOf(table)}
        />
      )
    case 'histogram':
      return <BarsTable caption={caption} shape="histogram" bars={body.bars} apart={table.apart} />
    case 'rows':
      return <RowsTable caption={caption} columns={body.columns} rows={body.rows} />
    case 'pairs':
      return <PairsTable caption={caption} pairs={body.pairs} />
    case 'days':
      return (
        <BarsTable
          {...{ caption, shape: 'days', bars: body.bars, apart: table.apart }}
          heads={['日期', '人数', '占被问到的人']}
        />
      )
    case 'measures':
      return <MeasuresTable caption={caption} heads={body.heads} rows={body.rows} />
    case 'places':
      return <PlacesTable caption={caption} categories={body.categories} places={body.places} />
    case 'texts':
      return null
  }
}

function headsOf({
  basis,
  kind,
  isFirstChoice,
}: ResultTable): [string, string, string] | undefined {
  if (basis) return ['类别', '人数', `占${basis}`]
  if (isFirstChoice) return ['选项', '人数', '首选率（占被问到的人）']
  return kind === 'multiple' ? ['选项', '人数', '需求度（占被问到的人）'] : undefined
}

/** Where people chose between pictures, a number means little without them. */
function OptionPictures({ body }: { body: ResultTable['body'] }) {
  if (body.shape !== 'bars' || !body.bars.some(({ image }) => image)) return null
  return (
    <ul class="option-pictures">
      {body.bars.map(({ image, label, count, share }) =>
        image ? (
          <li>
            <img src={image.src} alt={image.alt} width={160} height={120} loading="lazy" />
            <span>{label}</span>{' '}
            <span class="soft">
              {count === null ? notTold : `${countText(count)} 位（${shareText(share)}）`}
            </span>
          </li>
        ) : null,
      )}
    </ul>
  )
}

/** n, base and those who stand apart, in one quiet line. */
function Base({ table }: { table: ResultTable }) {
  const { base, basis, remark, apart, body } = table
  const outside = body.shape === 'scale' && body.outside ? `，不含「${body.outside}」` : ''
  const parts = [
    `n = ${base === null ? notTold : countText(base)}（${basis ?? '被问到的人'}${outside}）`,
    ...apart.map(({ label, count }) => `${label} ${countText(count)}`),
    ...(body.shape === 'scale' ? netOf(body.bars) : []),
  ]
  return (
    <p class="base">
      {parts.join(' · ')}
      {remark && ` · ${remark}`}
    </p>
  )
}

/** The two best points against the two worst, where all four are told and somebody answered: 前两项 62% − 后两项 14% = 净值 +48. */
function netOf(bars: readonly Cell[]): string[] {
  if (bars.length < 4 || bars.every(({ count }) => count === 0)) return []
  const [best, worst] = [bars.slice(0, 2), bars.slice(-2)].map((some) =>
    some.reduce((sum: number | null, { share }) => {
      return sum === null || share === null ? null : sum + share
    }, 0),
  )
  if (best == null || worst == null) return []
  const [top, bottom] = [best, worst].map((share) => Math.round(share * 100))
  const net = (top ?? 0) - (bottom ?? 0)
  return [`前两项 ${top}% − 后两项 ${bottom}% = 净值 ${net > 0 ? '+' : ''}${net} 个百分点`]
}
