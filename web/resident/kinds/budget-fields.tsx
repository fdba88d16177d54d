import type { QuestionOf } from '../../../surveys/engine/definition.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { Picture } from '../../drawings/picture.tsx'
import { words } from '../../words/words.ts'
import { rowPick, type Sheet } from '../sheet.ts'

/** A number for each option; with the script, stickers to put on and take off. */
export function BudgetFields({
  question,
  sheet,
}: {
  question: QuestionOf<'budget'>
  sheet: Sheet
}) {
  const { id, options, total } = question
  const { kinds } = words(sheet.locale)
  return (
    <div
      class="budget"
      data-total={String(total)}
      data-left={kinds.left(textIn(question.unit, sheet.locale))}
      data-more={kinds.more}
      data-less={kinds.less}
    >
      {options.map((option) => {
        const name = `${id}.${option.id}`
        return (
          <div class="pot">
            <label for={name}>
              {option.picture && <Picture name={option.picture} />}
              {textIn(option.label, sheet.locale)}
            </label>
            <span class="spend">
              <input
                id={name}
                name={name}
                type="text"
                inputmode="numeric"
                size={3}
                value={rowPick(sheet, id, option.id)}
              />
            </span>
          </div>
        )
      })}
    </div>
  )
}
