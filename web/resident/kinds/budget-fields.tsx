import type { QuestionOf } from '../../../surveys/engine/definition.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import { Picture } from '../../drawings/picture.tsx'
import { words } from '../../words/words.ts'
import { problemField } from '../problem-text.ts'
import { said, tongue } from '../said.tsx'
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
  const { locale } = sheet
  const { kinds } = words(locale)
  const unit = textIn(question.unit, locale)
  return (
    <div
      class="budget"
      data-total={String(total)}
      data-left={kinds.left(unit)}
      data-fits={kinds.fits}
    >
      <p class="rest ws" role="status" lang={tongue(unit, locale)} />
      {options.map((option) => {
        const name = `${id}.${option.id}`
        const label = textIn(option.label, locale)
        const lang = tongue(label, locale)
        return (
          <div class="pot">
            <label for={name}>
              {option.picture && <Picture name={option.picture} />}
              {said(option.label, locale)}
            </label>
            <span class="spend">
              <button type="button" class="way ws" aria-label={kinds.less(label)} lang={lang}>
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
              <button type="button" class="way ws" aria-label={kinds.more(label)} lang={lang}>
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
