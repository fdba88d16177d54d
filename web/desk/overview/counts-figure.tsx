import { number } from '../names.ts'

/** How many responses came in, by one thing. Adults and children stand in columns of their own, never added. */
export interface CountsTable {
  caption: string
  /** What the rows are: 渠道, 居民区, 日期. */
  head: string
  shape: 'groups' | 'days'
  columns: string[]
  rows: { label: string; counts: number[] }[]
  /** A further column of words, such as the coverage of households. */
  extra?: { head: string; cells: string[] }
}

export function CountsFigure({ table }: { table: CountsTable }) {
  const { caption, head, shape, columns, rows, extra } = table
  return (
    <figure class="finding" data-finding>
      <figcaption>
        <h3>{caption}</h3>
      </figcaption>
      <div class="plot" data-plot hidden />
      <details class="numbers" open data-numbers>
        <summary>看表格</summary>
        <table data-shape={shape}>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{head}</th>
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
