import { seriesColours } from '../desk/charts/palette.ts'
import type { Bar, Body, Cell, Figure, ResultTable } from '../desk/results/result-table.ts'
import type { Words } from '../words/words.ts'
import { percent, ShareBar, Strip, Swatch } from './share-bar.tsx'

type Of<S> = Extract<Body, { shape: S }>

interface TableProps {
  w: Words['released']
  /** What a screen reader says before the table. */
  caption: string
}

/** Options under each other, each with its bar in front of everybody who was asked. */
export function Bars({
  w,
  caption,
  bars,
  colours,
}: TableProps & { bars: Bar[]; colours?: string[] }) {
  return (
    <table class="bars">
      <caption class="unseen">{caption}</caption>
      <tbody>
        {bars.map(({ label, count, share }, at) => (
          <tr>
            <th scope="row">
              {label}
              <ShareBar share={share ?? 0} colour={colours?.[at]} />
            </th>
            <NumberCell w={w} count={count} share={share} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Points from best to worst: once as a whole, then each by itself. */
export function Scale({ w, caption, bars }: TableProps & { bars: Bar[] }) {
  const colours = seriesColours('scale', bars.length)
  const segments = bars.map(({ share }, at) => ({
    share,
    colour: colours[at] ?? '',
    isHatched: at > (bars.length - 1) / 2,
  }))
  return (
    <>
      <Strip segments={segments} />
      <Bars {...{ w, caption, bars, colours }} />
    </>
  )
}

/** The same answers for several rows: a strip for each, and under it each answer with its number. */
export function Rows({ w, caption, columns, rows }: TableProps & Omit<Of<'rows'>, 'shape'>) {
  const colours = seriesColours('rows', columns.length)
  return (
    <table class="bars rows">
      <caption class="unseen">{caption}</caption>
      {rows.map(({ label, cells }) => (
        <tbody>
          <tr>
            <th scope="rowgroup" colspan={2}>
              {label}
              <Strip
                segments={cells.map(({ share }, at) => ({ share, colour: colours[at] ?? '' }))}
              />
            </th>
          </tr>
          {cells.map(({ count, share }, at) => (
            <tr>
              <th scope="row">
                <Swatch colour={colours[at] ?? ''} />
                {columns[at]?.label}
              </th>
              <NumberCell w={w} count={count} share={share} />
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}

/** This or that: both sides of each pair, and the strip between them. */
export function Pairs({ w, caption, pairs }: TableProps & Omit<Of<'pairs'>, 'shape'>) {
  const [left = '', right = ''] = seriesColours('pairs', 2)
  return (
    <table class="pairs">
      <caption class="unseen">{caption}</caption>
      {pairs.map((pair) => (
        <tbody>
          <tr>
            <th scope="col">{pair.left.label}</th>
            <th scope="col">{pair.right.label}</th>
          </tr>
          <tr>
            <td colspan={2}>
              <Strip
                segments={[
                  { share: pair.left.share, colour: left },
                  { share: pair.right.share, colour: right },
                ]}
              />
            </td>
          </tr>
          <tr>
            <NumberCell w={w} {...pair.left} />
            <NumberCell w={w} {...pair.right} />
          </tr>
        </tbody>
      ))}
    </table>
  )
}

/** Several figures for each option: the first is told large, the rest beneath the label. */
export function Measures({
  w,
  caption,
  of,
  heads,
  rows,
}: TableProps & Omit<Of<'measures'>, 'shape'>) {
  const most = Math.max(...rows.map(({ figures }) => figures[0]?.value ?? 0), 1)
  const whole = of === 'rank' ? 100 : most
  const told = ({ value, text }: Figure) => (value === null ? w.untold : text)
  return (
    <table class="bars">
      <caption class="unseen">{caption}</caption>
      <tbody>
        {rows.map(({ label, figures: [first, ...rest] }) => (
          <tr>
            <th scope="row">
              {label}
              <ShareBar share={(first?.value ?? 0) / whole} />
              <small>
                {rest.map((figure, at) => `${heads[at + 1]} ${told(figure)}`).join(' · ')}
              </small>
            </th>
            <td class="measured">
              <b>{first && told(first)}</b> <small>{heads[0]}</small>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** How many people a table stands for and how they are told apart, in one quiet line. */
export function Base({ w, table }: { w: Words['released']; table: ResultTable }) {
  const { base, basis, people, body, remark, apart } = table
  const outside = body.shape === 'scale' ? body.outside : undefined
  const told = (n: string) => (basis ? w.read(n, people) : w.base(n, people))
  const parts = [
    base === null ? w.baseUntold : told(base.toLocaleString('zh-CN')),
    outside && w.outside(outside),
    ...apart
      .filter(({ count }) => count !== 0)
      .map(({ label, count }) => `${label} ${count?.toLocaleString('zh-CN') ?? w.untold}`),
    remark,
  ]
  return <p class="base">{parts.filter(Boolean).join(' · ')}</p>
}

function NumberCell({ w, count, share }: { w: Words['released'] } & Cell) {
  if (count === null) return <td class="untold">{w.untold}</td>
  return (
    <td>
      {share !== null && <b>{percent(share)}%</b>}{' '}
      <small>
        {count.toLocaleString('zh-CN')} {w.people}
      </small>
    </td>
  )
}
