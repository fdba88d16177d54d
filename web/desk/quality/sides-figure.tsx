import { number } from '../names.ts'
import { type Cell, type Count, countText, notTold, shareText } from '../results/result-table.ts'

/** One question with all that count, and without those that carry a label. Protected together. */
export interface SideBySide {
  title: string
  people: string
  /** How many carry a label. */
  flagged: number
  base: Count
  baseWithout: Count
  rows: { label: string; whole: Cell; without: Cell }[]
}

/** What the labels make of a result: the two tables as one chart, and the largest change in a sentence. */
export function SidesFigure({ sides }: { sides: SideBySide }) {
  const { title, flagged, base, baseWithout, rows } = sides
  return (
    <figure class="finding" id="with-and-without" data-finding>
      <figcaption>
        <p class="asked">{title}</p>
        <h3>{sidesSentence(sides)}</h3>
      </figcaption>
      <div class="plot" data-plot hidden />
      <p class="base">
        {`n = ${countText(base)}（全部被问到的人），${countText(baseWithout)}（去掉 ${number(flagged)} 份有提示的以后） · 有的格子人不少也不显示：两边一减，会算出少数几个人`}
      </p>
      <details class="numbers" open data-numbers>
        <summary>看表格</summary>
        <table data-shape="multiples">
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">选项</th>
              {heads.map((head) => (
                <th scope="col" class="num" data-series>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, whole, without }) => (
              <tr>
                <th scope="row">{label}</th>
                {[whole, without].map(({ count, share }) => (
                  <td class="num" data-count={count ?? ''} data-share={share ?? ''}>
                    {count === null ? notTold : `${countText(count)}（${shareText(share)}）`}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">n（被问到的人）</th>
              <td class="num">{countText(base)}</td>
              <td class="num">{countText(baseWithout)}</td>
            </tr>
          </tfoot>
        </table>
      </details>
    </figure>
  )
}

const heads = ['全部计入的', '去掉有提示的']

/** The option that moved most, of those that are told on both sides. */
function sidesSentence({ people, flagged, base, rows }: SideBySide): string {
  if (flagged === 0) return `问到 ${countText(base)} 位${people}，没有一份有提示，两边一样。`
  const told = rows.flatMap(({ label, whole, without }) => {
    const [before, after] = [whole.share, without.share]
    return before === null || after === null ? [] : [{ label, before, after }]
  })
  const points = ({ before, after }: (typeof told)[number]) =>
    Math.round(after * 100) - Math.round(before * 100)
  const [most] = told.sort((a, b) => Math.abs(points(b)) - Math.abs(points(a)))
  const without = `去掉 ${number(flagged)} 份有提示的以后`
  if (!most) return `${without}，哪一项变了多少都会认出少数几个人，不显示。`
  const change = points(most)
  if (change === 0) return `${without}，看得到的选项都没有变（四舍五入到 1%）。`
  const from = `从 ${shareText(most.before)} 到 ${shareText(most.after)}`
  return `${without}，变得最多的是「${most.label}」：${from}，${change > 0 ? '多' : '少'} ${Math.abs(change)} 个百分点。`
}
