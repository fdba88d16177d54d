import {
  type Bar,
  type Count,
  cellText,
  countText,
  firstsHead,
  type ResultTable,
  shareText,
} from './result-table.ts'

interface BarsTableProps {
  caption: string
  shape: 'bars' | 'scale' | 'histogram' | 'days'
  heads?: [option: string, people: string, share: string] | undefined
  bars: Bar[]
  apart: { label: string; count: Count }[]
  firsts?: ResultTable['firsts']
}

/** One line an option: people and their share. The chart is drawn from `data-count` and `data-share`. */
export function BarsTable({ caption, shape, heads, bars, apart, firsts }: BarsTableProps) {
  const [option, people, share] = heads ?? ['选项', '人数', '占被问到的人']
  return (
    <table data-shape={shape}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{option}</th>
          <th scope="col" class="num" data-series={shape === 'days' ? '' : undefined}>
            {people}
          </th>
          <th scope="col" class="num">
            {share}
          </th>
          {firsts && (
            <th scope="col" class="num">
              {firstsHead(firsts)}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr data-mark={bar.mark}>
            <th scope="row">{bar.label}</th>
            <td class="num" data-count={bar.count ?? ''} data-share={bar.share ?? ''}>
              {countText(bar.count)}
            </td>
            <td class="num">{shareText(bar.share)}</td>
            {firsts && <td class="num">{bar.first ? cellText(bar.first) : '–'}</td>}
          </tr>
        ))}
      </tbody>
      {apart.length > 0 && (
        <tfoot>
          {apart.map(({ label, count }) => (
            <tr>
              <th scope="row">{label}</th>
              <td class="num">{countText(count)}</td>
              <td class="num">–</td>
              {firsts && <td class="num">–</td>}
            </tr>
          ))}
        </tfoot>
      )}
    </table>
  )
}
