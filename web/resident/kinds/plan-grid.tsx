import type { QuestionOf } from '../../../surveys/engine/definition.ts'
import { areaName, areas } from '../../../surveys/engine/pin-cells.ts'

/**
 * The squares by which the plan is spoken of: letters from the left, numbers from the top. It is drawn in the
 * plan's own proportions, so that no letter is stretched.
 */
export function PlanGrid({ plan }: Pick<QuestionOf<'pin'>, 'plan'>) {
  const wide = 100
  const high = Math.round((wide * plan.height) / plan.width)
  const across = Array.from({ length: areas.columns }, (_, i) => (i * wide) / areas.columns)
  const down = Array.from({ length: areas.rows }, (_, i) => (i * high) / areas.rows)
  const lines = [...across.map((x) => `M${x} 0v${high}`), ...down.map((y) => `M0 ${y}h${wide}`)]
  const letters = across.map((x, column) => ({ x, y: 0, name: areaName(column).charAt(0) }))
  const numbers = down.map((y, row) => ({ x: 0, y, name: row + 1 }))
  return (
    <svg class="grid" viewBox={`0 0 ${wide} ${high}`} aria-hidden="true">
      <path d={lines.join('')} />
      <text x="1" dy="1em">
        {areaName(0)}
      </text>
      {[...letters.slice(1), ...numbers.slice(1)].map(({ x, y, name }) => (
        <text x={x + 1} y={y} dy="1em">
          {name}
        </text>
      ))}
    </svg>
  )
}
