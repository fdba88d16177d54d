import type { QuestionOf } from '../../../surveys/engine/definition.ts'
import { type Sheet, written } from '../sheet.ts'
import { exampleDate } from './date-limits.ts'

interface DateFieldProps {
  question: QuestionOf<'date'>
  sheet: Sheet
  wrong: boolean
}

/** A day of the calendar. What was written some other way is shown as it was written. */
export function DateField({ question, sheet, wrong }: DateFieldProps) {
  const { id, min, max } = question
  const value = written(sheet, id)
  const isPlain = /^(\d{4}-\d\d-\d\d)?$/.test(value)
  return (
    <p class="number">
      <input
        id={`${id}-i`}
        name={id}
        type={isPlain ? 'date' : 'text'}
        {...{ min, max, value }}
        placeholder={exampleDate(question)}
        aria-describedby={`${id}-h`}
        aria-invalid={wrong ? 'true' : undefined}
      />
    </p>
  )
}
