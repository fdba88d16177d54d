import { comparisonSentences } from './comparison-sentence.ts'
import { baseText, type Cell, type Count, cellText, countText, notTold } from './result-table.ts'

/** One question in each neighbourhood, protected. Options are rows, neighbourhoods columns in geographic order. */
export interface ComparisonTable {
  caption: string
  groups: { name: string; n: Count }[]
  rows: { label: string; cells: ComparedCell[] }[]
  /** What a cell says, and of whom. */
  note: string
  foot: string
}

/** `text` where a cell is no number of people with a share. */
interface ComparedCell extends Cell {
  text?: string
}

/** Small multiples: the same bars once for each neighbourhood. */
export function Comparison({ table, people }: { table: ComparisonTable; people: string }) {
  const { caption, groups, rows, note, foot } = table
  const [first = '', ...more] = comparisonSentences(table, people)
  return (
    <figure class="finding" id="neighbourhoods" data-finding>
      <figcaption>
        <p class="asked">{caption}</p>
        <h3>{first}</h3>
        {more.map((one) => (
          <p>{one}</p>
        ))}
      </figcaption>
      <div class="plot" data-plot hidden />
      <p class="base">
        {`${foot}：${groups.map(({ name, n }) => `${name} ${countText(n)}`).join('，')} · 按邮筒所在的居民区分开看，不是排名；人数少的地方差别不一定说明什么。${note}`}
      </p>
      <details class="numbers" open data-numbers>
        <summary>看表格</summary>
        <section class="scroll" tabindex={0} aria-label={caption}>
          <table data-shape="multiples">
            <caption>{caption}</caption>
            <thead>
              <tr>
                <th scope="col">选项</th>
                {groups.map(({ name }) => (
                  <th scope="col" class="num" data-series>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ label, cells }) => (
                <tr>
                  <th scope="row">{label}</th>
                  {cells.map(({ count, share, text }) => (
                    <td class="num" data-count={count ?? ''} data-share={share ?? ''}>
                      {count === null ? notTold : (text ?? cellText({ count, share }))}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{foot}</th>
                {groups.map(({ n }) => (
                  <td class="num">{baseText(n)}</td>
                ))}
              </tr>
            </tfoot>
          </table>
        </section>
      </details>
    </figure>
  )
}
