import { grid, areas as squares } from '../../../surveys/engine/pin-cells.ts'
import { countText, type Place } from './result-table.ts'

interface PlacesMapProps {
  plan: { src: string; alt: string; width: number; height: number }
  areas: { cells: number[]; tone: number }[]
}

const tones = [1, 2, 3, 4, 5]

/** The plan, deeper coloured where more people set a pin, with the letters and numbers that name its squares along its edges. */
export function PlacesMap({ plan, areas }: PlacesMapProps) {
  const { width, height } = plan
  const cell = { width: width / grid.columns, height: height / grid.rows }
  const square = { width: width / squares.columns, height: height / squares.rows }
  const pathOf = (tone: number) =>
    areas
      .filter((area) => area.tone === tone)
      .flatMap(({ cells }) => cells)
      .map((at) => {
        const x = (at % grid.columns) * cell.width
        const y = Math.floor(at / grid.columns) * cell.height
        return `M${round(x)} ${round(y)}h${round(cell.width)}v${round(cell.height)}h${round(-cell.width)}z`
      })
      .join('')
  const lines = [
    ...inner(squares.columns).map((at) => `M${round(at * square.width)} 0v${height}`),
    ...inner(squares.rows).map((at) => `M0 ${round(at * square.height)}h${width}`),
  ]
  return (
    <>
      <div class="plan-map">
        <p class="plan-columns" aria-hidden="true">
          {Array.from({ length: squares.columns }, (_, at) => (
            <span>{String.fromCharCode(65 + at)}</span>
          ))}
        </p>
        <p class="plan-rows" aria-hidden="true">
          {Array.from({ length: squares.rows }, (_, at) => (
            <span>{at + 1}</span>
          ))}
        </p>
        <div class="plan-ground">
          <img src={plan.src} alt={plan.alt} width={width} height={height} />
          <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
            {tones.map((tone) => (
              <path class={`tone-${tone}`} data-tone={tone} d={pathOf(tone)} />
            ))}
            <path class="plan-grid" d={lines.join('')} />
          </svg>
        </div>
      </div>
      <p class="plan-legend">
        <span>少</span>
        <svg viewBox="0 0 100 20" role="img" aria-label="颜色从浅到深，人从少到多">
          {tones.map((tone) => (
            <path class={`tone-${tone}`} d={`M${(tone - 1) * 20} 0h20v20h-20z`} />
          ))}
        </svg>
        <span>多</span>
        <span>没有颜色：没有人放，或者不单独显示。</span>
      </p>
    </>
  )
}

interface PlacesTableProps {
  caption: string
  categories: string[]
  places: Place[]
}

/** The places by name: what the map shows, in words. */
export function PlacesTable({ caption, categories, places }: PlacesTableProps) {
  return (
    <section class="scroll" tabindex={0} aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">地方</th>
            {['人数', ...categories].map((head) => (
              <th scope="col" class="num">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map(({ label, people, cells }) => (
            <tr>
              <th scope="row">{label}</th>
              {[people, ...cells].map((count) => (
                <td class="num">{countText(count)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const inner = (count: number) => Array.from({ length: count - 1 }, (_, at) => at + 1)
const round = (value: number) => Math.round(value * 100) / 100
