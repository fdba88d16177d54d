import { dateOfDay } from './read-date.ts'
import type { QuestionTally } from './tally.ts'

/** How many days make one bar. */
export type DayStep = 'day' | 'week' | 'month'

/** Days are put together before small numbers are hidden, so that fewer need to be. */
export function stepwise(
  counted: QuestionTally,
  k: number,
): { tallied: QuestionTally; step: DayStep } {
  if (counted.kind !== 'date') return { tallied: counted, step: 'day' }
  const { step, days } = inSteps(counted.days, k)
  return { tallied: { ...counted, days }, step }
}

/** The step in which the one in the middle stands, from early to late. */
export function middleOf(days: ReadonlyMap<number, number>): number | undefined {
  let left = Math.ceil(peopleIn(days) / 2)
  for (const [day, people] of days) {
    left -= people
    if (people > 0 && left <= 0) return day
  }
  return
}

/** The first day of the step a day is in. */
export function stepStart(day: number, step: DayStep): number {
  if (step === 'day') return day
  // 1970 began on a Thursday; weeks begin on Monday.
  if (step === 'week') return day - ((((day + 3) % 7) + 7) % 7)
  return day - Number(dateOfDay(day).slice(8)) + 1
}

interface Days {
  step: DayStep
  /** The first day of each step, and people; steps nobody chose between two others are there too. */
  days: Map<number, number>
}

// As many days from the first to the last make a readable picture of this step; further apart, only those chosen.
const longest: Record<DayStep, number> = { day: 21, week: 26 * 7, month: 1100 }
const steps: DayStep[] = ['day', 'week', 'month']

/** Days as they fit into one picture: by day, week or month, coarser where most would be too few to show. */
function inSteps(days: ReadonlyMap<number, number>, k: number): Days {
  const folded = steps.map((step) => fold(days, step))
  const fits = ({ step, days: bars }: Days) =>
    spanOf(bars) < longest[step] && peopleIn(bars, (people) => people < k) * 2 <= peopleIn(bars)
  return folded.find(fits) ?? { step: 'month', days: fold(days, 'month').days }
}

function fold(days: ReadonlyMap<number, number>, step: DayStep): Days {
  const people = new Map<number, number>()
  for (const [day, count] of days) {
    const first = stepStart(day, step)
    people.set(first, (people.get(first) ?? 0) + count)
  }
  const chosen = [...people.keys()].sort((a, b) => a - b)
  const [from = 0, to = -1] = [chosen[0], chosen.at(-1)]
  if (spanOf(people) >= longest[step])
    return { step, days: new Map(chosen.map((day) => [day, people.get(day) ?? 0])) }
  const whole = new Map<number, number>()
  const length = { day: 1, week: 7, month: 31 }[step]
  for (let day = from; day <= to; day = stepStart(day + length, step)) {
    whole.set(day, people.get(day) ?? 0)
  }
  return { step, days: whole }
}

/** Days from the first that was chosen to the last. */
function spanOf(days: ReadonlyMap<number, number>): number {
  return days.size === 0 ? 0 : Math.max(...days.keys()) - Math.min(...days.keys())
}

function peopleIn(days: ReadonlyMap<number, number>, counts = (_people: number) => true): number {
  return [...days.values()].reduce((sum, people) => sum + (counts(people) ? people : 0), 0)
}
