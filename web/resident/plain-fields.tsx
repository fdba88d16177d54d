import type { QuestionOf } from '../../surveys/engine/definition.ts'
import { areaName, areas } from '../../surveys/engine/pin-cells.ts'
import { textIn } from '../../surveys/engine/text.ts'
import { picks, rowPick, type Sheet } from './sheet.ts'

interface PlainFieldsProps {
  question: QuestionOf<'rank'> | QuestionOf<'budget'> | QuestionOf<'pin'>
  sheet: Sheet
}

/** Places, stickers and pins as labelled fields, which need no script. */
export function PlainFields({ question, sheet }: PlainFieldsProps) {
  const { locale } = sheet
  switch (question.kind) {
    case 'rank': {
      const order = picks(sheet, question.id)
      const places = question.options.map((_, i) => String(i + 1))
      return (
        <>
          {question.options.map(({ id, label }) => {
            const at = order.indexOf(id)
            const place = at < 0 ? rowPick(sheet, question.id, id) : String(at + 1)
            return (
              <p>
                <label for={`${question.id}.${id}`}>{textIn(label, locale)}</label>
                <select id={`${question.id}.${id}`} name={`${question.id}.${id}`}>
                  <option value="" />
                  {places.map((n) => (
                    <option selected={n === place}>{n}</option>
                  ))}
                </select>
              </p>
            )
          })}
        </>
      )
    }
    case 'budget':
      return (
        <>
          {question.options.map(({ id, label }) => (
            <p>
              <label for={`${question.id}.${id}`}>{textIn(label, locale)}</label>
              <input
                id={`${question.id}.${id}`}
                name={`${question.id}.${id}`}
                inputmode="numeric"
                value={rowPick(sheet, question.id, id)}
              />
            </p>
          ))}
        </>
      )
    case 'pin': {
      const names = Array.from({ length: areas.cells }, (_, area) => areaName(area))
      return (
        <>
          <img
            src={question.plan.src}
            alt={textIn(question.plan.alt, locale)}
            width={question.plan.width}
            height={question.plan.height}
          />
          {Array.from({ length: question.most }, (_, i) => (
            <p>
              <select name={`${question.id}.${i + 1}`} aria-label={String(i + 1)}>
                <option value="" />
                {names.map((name) => (
                  <option>{name}</option>
                ))}
              </select>
              {question.comment !== undefined && (
                <input name={`${question.id}.${i + 1}~comment`} aria-label={String(i + 1)} />
              )}
            </p>
          ))}
        </>
      )
    }
  }
}

/** What a guardian said yes to, carried along. */
export function Granted({ question, sheet }: { question: string; sheet: Sheet }) {
  const [answer] = picks(sheet, question)
  return answer ? <input type="hidden" name={question} value={answer} /> : null
}
