import type { QuestionOf } from '../../../surveys/engine/definition.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { Picture } from '../../drawings/picture.tsx'
import { words } from '../../words/words.ts'
import { problemField } from '../problem-text.ts'
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
  const problem = sheet.problems.find((candidate) => candidate.question === id)
  const wrong = problem && problemField(sheet, problem)
  const { kinds } = words(sheet.locale)
  return (
    <div
      class="budget"
      data-total={String(total)}
      data-left={kinds.left(textIn(question.unit, sheet.locale))}
      data-fits={kinds.fits}
    >
      <p class="rest ws" role="status" />
      {options.map((option) => {
        const name = `${id}.${option.id}`
        const label = textIn(option.label, sheet.locale)
        return (
          <div class="pot">
            <label for={name}>
              {option.picture && <Picture name={option.picture} />}
              {label}
            </label>
            <span class="spend">
              <button type="button" class="way ws" aria-label={kinds.less(label)}>
                −
              </button>
              <input
                id={name}
                name={name}
                type="text"
                inputmode="numeric"
                size={3}
                pattern="\s*[0-9０-９]*\s*"
                title={kinds.whole}
                aria-invalid={wrong === name ? 'true' : undefined}
                value={rowPick(sheet, id, option.id)}
              />
              <button type="button" class="way ws" aria-label={kinds.more(label)}>
                +
              </button>
            </span>
            <span class="dots ws" aria-hidden="true" />
          </div>
        )
      })}
    </div>
  )
}
