import type { QuestionOf } from '../../surveys/engine/definition.ts'
import { orderedPair } from '../../surveys/engine/order.ts'
import { Picture } from '../drawings/picture.tsx'
import { Envelope } from './choices.tsx'
import { said } from './said.tsx'
import { rowPick, type Sheet } from './sheet.ts'

/** Each row a card of its own, so that nothing has to be scrolled sideways on a phone. */
export function Rows({ question, sheet }: { question: QuestionOf<'matrix'>; sheet: Sheet }) {
  return (
    <>
      {question.rows.map((row) => (
        <fieldset class="row">
          <legend>
            {row.picture && <Picture name={row.picture} />}
            {said(row.label, sheet.locale)}
          </legend>
          <div class={`cards n${Math.min(question.options.length, 5)}`}>
            {question.options.map((option) => (
              <Envelope
                type="radio"
                name={`${question.id}.${row.id}`}
                option={option}
                checked={rowPick(sheet, question.id, row.id) === option.id}
                sheet={sheet}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </>
  )
}

/** This or that, as two big cards. */
export function Pairs({ question, sheet }: { question: QuestionOf<'pair'>; sheet: Sheet }) {
  return (
    <>
      {question.pairs.map((pair, at) => (
        <fieldset class="row pair">
          <legend>{`${at + 1} / ${question.pairs.length}`}</legend>
          <div class="cards pics n2">
            {orderedPair(question.id, pair, sheet.seed).map((option) => (
              <Envelope
                type="radio"
                name={`${question.id}.${pair.id}`}
                option={option}
                checked={rowPick(sheet, question.id, pair.id) === option.id}
                sheet={sheet}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </>
  )
}
