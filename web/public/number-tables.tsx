import { seriesColours } from '../desk/charts/palette.ts'
import type { Bar, Body, Cell, ResultTable } from '../desk/results/result-table.ts'
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

/** The same answers for several rows: a strip for each, its numbers beneath. */
export function Rows({ w, caption, columns, rows }: TableProps & Omit<Of<'rows'>, 'shape'>) {
  const colours = seriesColours('rows', columns.length)
  return (
    <section class="scroll" tabindex={0} aria-label={caption}>
      <table class="rows">
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ label }, at) => (
              <th scope="col">
                <Swatch colour={colours[at] ?? ''} />
                {label}
              </th>
            ))}
          </tr>
        </thead>
        {rows.map(({ label, cells }) => (
          <tbody>
            <tr>
              <th scope="rowgroup" colspan={columns.length}>
                {label}
                <Strip
                  segments={cells.map(({ share }, at) => ({ share, colour: colours[at] ?? '' }))}
                />
              </th>
            </tr>
            <tr>
              {cells.map(({ count, share }) => (
                <NumberCell w={w} count={count} share={share} />
              ))}
            </tr>
          </tbody>
        ))}
      </table>
    </section>
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
export function Measures({ caption, of, heads, rows }: TableProps & Omit<Of<'measures'>, 'shape'>) {
  const most = Math.max(...rows.map(({ figures }) => figures[0]?.value ?? 0), 1)
  const whole = of === 'rank' ? 100 : most
  return (
    <table class="bars">
      <caption class="unseen">{caption}</caption>
      <tbody>
        {rows.map(({ label, figures: [first, ...rest] }) => (
          <tr>
            <th scope="row">
              {label}
              <ShareBar share={(first?.value ?? 0) / whole} />
              <small>{rest.map(({ text }, at) => `${heads[at + 1]} ${text}`).join(' · ')}</small>
            </th>
            <td class="measured">
              <b>{first?.text}</b> <small>{heads[0]}</small>
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
    base === null ? w.baseFew : told(base.toLocaleString('zh-CN')),
    outside && w.outside(outside),
    ...apart
      .filter(({ count }) => count !== 0)
      .map(({ label, count }) => `${label} ${count?.toLocaleString('zh-CN') ?? w.few}`),
    remark,
  ]
  return <p class="base">{parts.filter(Boolean).join(' · ')}</p>
}

function NumberCell({ w, count, share }: { w: Words['released'] } & Cell) {
  if (count === null) return <td class="few">{w.few}</td>
  return (
    <td>
      {share !== null && <b>{percent(share)}%</b>}{' '}
      <small>
        {count.toLocaleString('zh-CN')} {w.people}
      </small>
    </td>
  )
}
