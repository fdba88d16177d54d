import { number } from '../names.ts'
import { countsSentence } from './counts-sentence.ts'

/** How many responses came in, by one thing. Adults and children stand in columns of their own, never added. */
export interface CountsTable {
  caption: string
  /** What the rows are. */
  of: 'channel' | 'neighbourhood' | 'day'
  columns: string[]
  rows: { label: string; counts: number[] }[]
  /** A further column of words, such as the coverage of households. */
  extra?: { head: string; cells: string[] }
}

/** What stands over the names of the rows. */
export const rowHeads = { channel: '渠道', neighbourhood: '居民区', day: '日期' }

/** Counts of responses: what they say, the chart, of how many, the table. */
export function CountsFigure({ table }: { table: CountsTable }) {
  const { caption, of, columns, rows, extra } = table
  const all = columns.map(
    (name, at) => `${name} ${number(rows.reduce((sum, row) => sum + (row.counts[at] ?? 0), 0))}`,
  )
  return (
    <figure class="finding" data-finding>
      <figcaption>
        <p class="asked">{caption}</p>
        <h3>{countsSentence(table)}</h3>
      </figcaption>
      <div class="plot" data-plot hidden />
      <p class="base">{`n = ${all.join('，')}（计入的答卷${columns.length > 1 ? '，两种不相加' : ''}）`}</p>
      <details class="numbers" open data-numbers>
        <summary>看表格</summary>
        <table data-shape={of === 'day' ? 'days' : 'groups'}>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{rowHeads[of]}</th>
              {columns.map((column) => (
                <th scope="col" class="num" data-series>
                  {column}
                </th>
              ))}
              {extra && (
                <th scope="col" class="num">
                  {extra.head}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, counts }, index) => (
              <tr>
                <th scope="row">{label}</th>
                {counts.map((count) => (
                  <td class="num" data-count={count}>
                    {number(count)}
                  </td>
                ))}
                {extra && <td class="num">{extra.cells[index]}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
