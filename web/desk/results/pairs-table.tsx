import { type Bar, type Cell, type Count, countText, notTold, shareText } from './result-table.ts'

interface PairsTableProps {
  caption: string
  pairs: { id: string; base: Count; left: Bar; right: Bar }[]
}

/** This or that: one line a pair, each side with its people. */
export function PairsTable({ caption, pairs }: PairsTableProps) {
  return (
    <section class="scroll" tabindex={0} aria-label={caption}>
      <table data-shape="pairs">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">这一个</th>
            <th scope="col" class="num">
              人数
            </th>
            <th scope="col">那一个</th>
            <th scope="col" class="num">
              人数
            </th>
            <th scope="col" class="num">
              n
            </th>
          </tr>
        </thead>
        <tbody>
          {pairs.map(({ base, left, right }) => (
            <tr>
              <th scope="row">{left.label}</th>
              <Side cell={left} />
              <th scope="row">{right.label}</th>
              <Side cell={right} />
              <td class="num">{countText(base)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Side({ cell: { count, share } }: { cell: Cell }) {
  return (
    <td class="num" data-count={count ?? ''} data-share={share ?? ''}>
      {count === null ? notTold : `${countText(count)}（${shareText(share)}）`}
    </td>
  )
}
