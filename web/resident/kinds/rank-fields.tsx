import type { QuestionOf } from '../../../surveys/engine/definition.ts'
import { orderedOptions } from '../../../surveys/engine/order.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { Picture } from '../../drawings/picture.tsx'
import { words } from '../../words/words.ts'
import { said, tongue } from '../said.tsx'
import { picks, rowPick, type Sheet } from '../sheet.ts'
import { Told } from './told.tsx'

/** A place for each option, to be picked from a list; with the script, tapped in order, moved or dragged. */
export function RankFields({ question, sheet }: { question: QuestionOf<'rank'>; sheet: Sheet }) {
  const { id, options } = question
  const { kinds } = words(sheet.locale)
  const order = picks(sheet, id)
  const places = options.slice(0, question.most).map((_, i) => String(i + 1))
  return (
    <>
      <ol class="rank" data-placed={kinds.placed} data-out={kinds.out}>
        {orderedOptions(question, options, sheet.seed).map((option) => {
          const at = order.indexOf(option.id)
          // Places that contradict each other are shown as they were given.
          const place = at < 0 ? rowPick(sheet, id, option.id) : String(at + 1)
          const name = `${id}.${option.id}`
          const label = textIn(option.label, sheet.locale)
          const lang = tongue(label, sheet.locale)
          const shown = (
            <>
              {option.picture && <Picture name={option.picture} />}
              {said(option.label, sheet.locale)}
            </>
          )
          return (
            <li>
              <label class="ns" for={name}>
                {shown}
              </label>
              <select class="ns" id={name} name={name}>
                <option value="">{kinds.noPlace}</option>
                {places.map((n) => (
                  <option value={n} selected={n === place}>
                    {kinds.place(Number(n))}
                  </option>
                ))}
              </select>
              <span class="grip ws" />
              <button type="button" class="tap ws">
                {shown}
              </button>
              <button type="button" class="way ws" aria-label={`${kinds.up} ${label}`} lang={lang}>
                ↑
              </button>
              <button
                type="button"
                class="way ws"
                aria-label={`${kinds.down} ${label}`}
                lang={lang}
              >
                ↓
              </button>
            </li>
          )
        })}
      </ol>
      <Told />
    </>
  )
}
