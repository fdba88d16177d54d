import { dateOfDay, dayOfDate } from './read-date.ts'
/** Days that are not what their weekday says, as `2026-10-01`. */
export interface Calendar {
  /** Weekdays on which offices are shut. */
  shut: ReadonlySet<string>
  /** Saturdays and Sundays on which they are open. */
  open: ReadonlySet<string>
}

/**
 * The holidays of the State Council’s General Office for 2025 (国办发明电〔2024〕12号) and 2026
 * (国办发明电〔2025〕7号). Later years are entered at the desk when they are announced, each November.
 */
export const announced: Calendar = {
  shut: new Set([
    ...days('2025-01-01', '2025-01-01'),
    ...days('2025-01-28', '2025-02-04'),
    ...days('2025-04-04', '2025-04-06'),
    ...days('2025-05-01', '2025-05-05'),
    ...days('2025-05-31', '2025-06-02'),
    ...days('2025-10-01', '2025-10-08'),
    ...days('2026-01-01', '2026-01-03'),
    ...days('2026-02-15', '2026-02-23'),
    ...days('2026-04-04', '2026-04-06'),
    ...days('2026-05-01', '2026-05-05'),
    ...days('2026-06-19', '2026-06-21'),
    ...days('2026-09-25', '2026-09-27'),
    ...days('2026-10-01', '2026-10-07'),
  ]),
  open: new Set([
    ...['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
    ...['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  ]),
}

/** The last year the calendar knows: beyond it only weekends are counted as free. */
export function lastYearOf({ shut }: Calendar): number {
  return Math.max(...[...shut].map((day) => Number(day.slice(0, 4))))
}

/** The shipped calendar with what was entered since; an entered day wins. */
export function calendarWith(entered: readonly { day: string; isWorkday: boolean }[]): Calendar {
  const shut = new Set(announced.shut)
  const open = new Set(announced.open)
  for (const { day, isWorkday } of entered) {
    ;(isWorkday ? open : shut).add(day)
    ;(isWorkday ? shut : open).delete(day)
  }
  return { shut, open }
}

/** A weekday that is not shut, or a weekend that was made a workday. */
export function isWorkingDay(day: string, { shut, open }: Calendar): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  const isWeekend = weekday === 0 || weekday === 6
  return isWeekend ? open.has(day) : !shut.has(day)
}

/** The day that many working days later; the first day does not count. */
export function addWorkingDays(from: string, count: number, calendar: Calendar): string {
  let day = from
  for (let left = count; left > 0; ) {
    day = dayAfter(day)
    if (isWorkingDay(day, calendar)) left--
  }
  return day
}

/** Working days from one day to another, the first not counted; negative when it is past. */
export function workingDaysUntil(from: string, to: string, calendar: Calendar): number {
  if (to < from) return -workingDaysUntil(to, from, calendar)
  let count = 0
  for (let day = from; day < to; ) {
    day = dayAfter(day)
    if (isWorkingDay(day, calendar)) count++
  }
  return count
}

/** The earliest day from which so many working days are not over today: what came before it is late. */
export function oldestInTime(today: string, count: number, calendar: Calendar): string {
  let day = today
  while (addWorkingDays(dayAfter(day, -1), count, calendar) >= today) day = dayAfter(day, -1)
  return day
}

function dayAfter(day: string, days = 1): string {
  return dateOfDay(dayOfDate(day) + days)
}

function days(from: string, to: string): string[] {
  const all = [from]
  for (let day = from; day < to; ) {
    day = dayAfter(day)
    all.push(day)
  }
  return all
}
