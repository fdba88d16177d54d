import type { QuestionOf } from '../../surveys/engine/definition.ts'
import { said } from './said.tsx'
import { type Sheet, written } from './sheet.ts'

interface WrittenAnswerProps {
  question: QuestionOf<'text'> | QuestionOf<'number'>
  sheet: Sheet
  wrong: boolean
}

/** A place to write. It never cuts what is written: too long is said, not enforced. */
export function WrittenAnswer({ question, sheet, wrong }: WrittenAnswerProps) {
  const { id } = question
  const value = written(sheet, id)
  const shared = {
    id: `${id}-i`,
    name: id,
    'aria-describedby': `${id}-h`,
    'aria-invalid': wrong ? ('true' as const) : undefined,
  }
  if (question.kind === 'text') {
    return question.long ? (
      <textarea {...shared} rows={4}>
        {value}
      </textarea>
    ) : (
      <input {...shared} type="text" value={value} />
    )
  }
  return (
    <p class="number">
      <input
        {...shared}
        type="text"
        inputmode={question.whole ? 'numeric' : 'decimal'}
        value={value}
      />
      {question.unit && said(question.unit, sheet.locale)}
    </p>
  )
}
