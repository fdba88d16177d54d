import type { Pin } from '../../../surveys/engine/answers.ts'
import type { QuestionOf } from '../../../surveys/engine/definition.ts'
import { areaAt, areaName, areas } from '../../../surveys/engine/pin-cells.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { words } from '../../words/words.ts'
import { tongue } from '../said.tsx'
import { type Sheet, writtenPins } from '../sheet.ts'
import { PlanGrid } from './plan-grid.tsx'
import { Told } from './told.tsx'

interface PinFieldsProps {
  question: QuestionOf<'pin'>
  sheet: Sheet
}

const names = Array.from({ length: areas.cells }, (_, area) => areaName(area))

/** The plan under a grid with names, and for each pin a square to name; with the script, places to tap. */
export function PinFields({ question, sheet }: PinFieldsProps) {
  const { plan, most } = question
  const { locale } = sheet
  const { kinds } = words(locale)
  const pins = writtenPins(sheet, question.id)
  const slots = Array.from({ length: most }, (_, i) => i + 1)
  return (
    <>
      <div
        class="pins"
        data-here={kinds.crosshair}
        data-moved={kinds.pinAt}
        data-gone={kinds.pinGone}
        data-none={kinds.noPins}
      >
        <div class="plan">
          <img
            src={plan.src}
            alt={textIn(plan.alt, locale)}
            lang={tongue(textIn(plan.alt, locale), locale)}
            width={plan.width}
            height={plan.height}
            loading="lazy"
          />
          <PlanGrid plan={plan} />
          {slots.map((n) => (
            <span class="dot ws">{n}</span>
          ))}
          <span class="cross ws" />
        </div>
        <p class="steer ws">
          {kinds.ways.split(' ').map((way, i) => (
            <button type="button" class="way" aria-label={way}>
              {'←↑↓→'[i]}
            </button>
          ))}
          <button type="button" class="plain">
            {kinds.setPin}
          </button>
        </p>
        <ol>
          {slots.map((n) => (
            <PinSlot question={question} sheet={sheet} n={n} pin={pins[n - 1]} />
          ))}
        </ol>
      </div>
      <Told />
    </>
  )
}

function PinSlot({
  question,
  sheet,
  n,
  pin,
}: PinFieldsProps & { n: number; pin?: Pin | undefined }) {
  const { locale } = sheet
  const { kinds } = words(locale)
  const name = `${question.id}.${n}`
  const at = pin && Math.min(pin.x, pin.y) >= 0 ? pin : undefined
  const area = at && areaAt(at)
  return (
    <li>
      <label class="ns" for={name}>
        {kinds.square(n)}
      </label>
      <select class="ns" id={name} name={name}>
        <option value="">{kinds.noSquare}</option>
        {names.map((square) => (
          // Its very place stays with it, though only the square is shown.
          <option
            selected={square === area}
            value={square === area ? `${at?.x},${at?.y}` : undefined}
          >
            {square}
          </option>
        ))}
      </select>
      {/* With the script a pin stands anywhere, and its place in here. */}
      <input type="text" hidden disabled name={name} value={at && `${at.x},${at.y}`} />
      <b class="ws" />
      <button type="button" class="plain ws" aria-label={`${kinds.remove} ${n}`}>
        {kinds.remove}
      </button>
      {question.categories && (
        <>
          <label for={`${name}~category`}>{kinds.category}</label>
          <select
            id={`${name}~category`}
            name={`${name}~category`}
            aria-label={`${n} ${kinds.category}`}
          >
            <option value="">{kinds.noCategory}</option>
            {question.categories.map(({ id, label }) => (
              <option
                value={id}
                selected={id === pin?.category}
                lang={tongue(textIn(label, locale), locale)}
              >
                {textIn(label, locale)}
              </option>
            ))}
          </select>
        </>
      )}
      {question.comment !== undefined && (
        <>
          <label for={`${name}~comment`}>{kinds.comment}</label>
          <input
            id={`${name}~comment`}
            name={`${name}~comment`}
            aria-label={`${n} ${kinds.comment}`}
            type="text"
            value={pin?.comment ?? ''}
          />
        </>
      )}
    </li>
  )
}
