import type { Measured } from './result-table.ts'

interface MeasuresTableProps {
  caption: string
  heads: string[]
  rows: Measured[]
}

/** Several figures for each option. The first is drawn as a bar, with the second in brackets behind it. */
export function MeasuresTable({ caption, heads, rows }: MeasuresTableProps) {
  return (
    <section class="scroll" tabindex={0} aria-label={caption}>
      <table data-shape="bars">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">选项</th>
            {heads.map((head) => (
              <th scope="col" class="num">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, figures }) => (
            <tr>
              <th scope="row">{label}</th>
              {figures.map(({ value, text }, at) => (
                <td class="num" data-count={at === 0 ? (value ?? '') : undefined}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
