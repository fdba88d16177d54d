import type { Option, QuestionOf } from '../../surveys/engine/definition.ts'
import { orderedOptions } from '../../surveys/engine/order.ts'
import { textIn } from '../../surveys/engine/text.ts'
import { allOptions } from '../../surveys/engine/visibility.ts'
import { Picture } from '../drawings/picture.tsx'
import { words } from '../words/words.ts'
import { said, tongue } from './said.tsx'
import { picks, type Sheet, writtenBeside } from './sheet.ts'

interface ChoicesProps {
  question:
    | QuestionOf<'single'>
    | QuestionOf<'multiple'>
    | QuestionOf<'scale'>
    | QuestionOf<'consent'>
  sheet: Sheet
}

/** Options as envelopes, one under the other; with pictures, as cards side by side. */
export function Choices({ question, sheet }: ChoicesProps) {
  const options: readonly Option[] = allOptions(question, sheet.edition)
  const chosen = picks(sheet, question.id)
  const type = question.kind === 'multiple' ? 'checkbox' : 'radio'
  const shown = options.some((option) => option.image)
  const rows = orderedOptions(question, options, sheet.seed).map((option) => (
    <>
      <Envelope
        type={type}
        name={question.id}
        option={option}
        checked={chosen.includes(option.id)}
        sheet={sheet}
        wide={shown && !option.image}
      />
      {option.other && <Beside question={question.id} sheet={sheet} />}
    </>
  ))
  const drawn = options.some((option) => option.picture)
  const cards = `cards n${Math.min(options.length, 5)}`
  return <div class={shown ? 'cards imgs' : drawn ? `${cards} pics` : undefined}>{rows}</div>
}

interface EnvelopeProps {
  type: 'radio' | 'checkbox'
  name: string
  option: Pick<Option, 'id' | 'label' | 'picture' | 'image'>
  checked: boolean
  sheet: Sheet
  /** The only one without a picture, beneath those that have one. */
  wide?: boolean
}

/** One thing to pick. */
export function Envelope({ type, name, option, checked, sheet, wide }: EnvelopeProps) {
  return (
    <label class={wide ? 'wide' : undefined}>
      <input type={type} name={name} value={option.id} checked={checked} />
      <span>
        {option.picture && <Picture name={option.picture} />}
        {option.image && (
          <img
            src={option.image.src}
            alt={textIn(option.image.alt, sheet.locale)}
            lang={tongue(textIn(option.image.alt, sheet.locale), sheet.locale)}
            width="400"
            height="300"
            loading="lazy"
          />
        )}
        {said(option.label, sheet.locale)}
      </span>
    </label>
  )
}

function Beside({ question, sheet }: { question: string; sheet: Sheet }) {
  const { write } = words(sheet.locale).form
  return (
    <input
      class="beside"
      name={`${question}~other`}
      placeholder={write}
      aria-label={write}
      value={writtenBeside(sheet, question)}
    />
  )
}
