import { type DayStep, middleOf } from '../../../surveys/engine/day-steps.ts'
import type { Question } from '../../../surveys/engine/definition.ts'
import type { ProtectedTally } from '../../../surveys/engine/protect.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import type { Bar } from './result-table.ts'
import { stepName } from './step-name.ts'
import { cellOf, type ToldBody, toldOf } from './told-body.ts'

type Of<K extends ProtectedTally['kind']> = Extract<ProtectedTally, { kind: K }>

/** People by the number they gave: side by side while they are few enough to be read so. */
export function numbersBody(question: Question, guarded: Of<'number'>): ToldBody {
  const unit = question.kind === 'number' && question.unit ? textIn(question.unit, 'zh-CN') : ''
  const bars = [...guarded.values].map(
    ([value, count]): Bar => ({
      ...{ id: `n${value}`, label: `${value}${unit}` },
      ...cellOf(count, guarded.shown),
    }),
  )
  const isLong = bars.length > mostBars
  return toldOf(isLong ? { shape: 'bars', bars } : { shape: 'histogram', bars, unit }, guarded)
}

const mostBars = 12

/** People by day, week or month, and the one in which the person in the middle stands. */
export function daysBody(
  guarded: Of<'date'>,
  days: ReadonlyMap<number, number>,
  step: DayStep,
): ToldBody {
  const { shown, answered } = guarded
  const bars = [...guarded.days].map(([day, count]): Bar => {
    return { id: `d${day}`, label: stepName(day, step), ...cellOf(count, shown) }
  })
  // With a day hidden, the middle one would tell on which side of it people stand.
  const isWhole = answered !== null && answered >= 10 && bars.every(({ count }) => count !== null)
  const middle = isWhole ? middleOf(days) : undefined
  const told = middle === undefined ? undefined : stepName(middle, step)
  return toldOf({ shape: 'days', bars, step, middle: told }, guarded)
}
