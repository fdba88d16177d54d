import { type Cell, type Count, countText, notTold, shareText } from './result-table.ts'

interface RowsTableProps {
  caption: string
  columns: { id: string; label: string }[]
  rows: { id: string; label: string; base: Count; cells: Cell[] }[]
  /** What the first column holds. */
  head?: string
}

/** Several rows with the same answers to choose from, drawn as stacked bars. */
export function RowsTable({ caption, columns, rows, head = '' }: RowsTableProps) {
  return (
    <section class="scroll" tabindex={0} aria-label={caption}>
      <table data-shape="rows">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {columns.map(({ label }) => (
              <th scope="col" class="num" data-series>
                {label}
              </th>
            ))}
            <th scope="col" class="num">
              n
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, base, cells }) => (
            <tr>
              <th scope="row">{label}</th>
              {cells.map(({ count, share }) => (
                <td class="num" data-count={count ?? ''} data-share={share ?? ''}>
                  {count === null ? notTold : `${countText(count)}（${shareText(share)}）`}
                </td>
              ))}
              <td class="num">{countText(base)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
