import type { Pin } from '../../../surveys/engine/answers.ts'
import type { QuestionOf } from '../../../surveys/engine/definition.ts'
import { areaAt } from '../../../surveys/engine/pin-cells.ts'
import { type Locale, textIn } from '../../../surveys/engine/text.ts'
import { tongue } from '../said.tsx'
import { PlanGrid } from './plan-grid.tsx'

interface PinsOnPlanProps {
  question: QuestionOf<'pin'>
  pins: readonly Pin[]
  locale: Locale
}

/** The plan with the pins on it, numbered, under the squares they are named by. */
export function PinsOnPlan({ question: { plan }, pins, locale }: PinsOnPlanProps) {
  const { src, alt, width, height } = plan
  const lang = tongue(textIn(alt, locale), locale)
  const size = Math.max(width, height) / 24
  return (
    <div class="plan">
      <img {...{ src, width, height, lang }} alt={textIn(alt, locale)} />
      <PlanGrid plan={plan} />
      <svg class="over" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {pins.map(({ x, y }, i) => (
          <g transform={`translate(${x * width} ${y * height}) scale(${size})`}>
            <path d="M0 0 -.5-.8A.9.9 0 1 1 .5-.8Z" />
            <text y="-1.2">{i + 1}</text>
          </g>
        ))}
      </svg>
    </div>
  )
}

/** `C3 想在这里坐 有树荫` */
export function pinWords(pin: Pin, { categories = [] }: QuestionOf<'pin'>, locale: Locale): string {
  const category = categories.find(({ id }) => id === pin.category)
  return [areaAt(pin), category && textIn(category.label, locale), pin.comment]
    .filter(Boolean)
    .join(' ')
}
