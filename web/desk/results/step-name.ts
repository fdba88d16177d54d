import type { DayStep } from '../../../surveys/engine/day-steps.ts'
import { dateOfDay } from '../../../surveys/engine/read-date.ts'
import { dayName } from '../names.ts'

/** 3月14日（六）, 3月9日–15日 or 2026年3月. */
export function stepName(day: number, step: DayStep): string {
  switch (step) {
    case 'day':
      return `${dayName(day)}（${'四五六日一二三'[((day % 7) + 7) % 7]}）`
    case 'week': {
      const [from, to] = [dayName(day), dayName(day + 6)]
      const month = from.slice(0, from.indexOf('月') + 1)
      return `${from}–${to.startsWith(month) ? to.slice(month.length) : to}`
    }
    case 'month': {
      const [year, month] = dateOfDay(day).split('-').map(Number)
      return `${year}年${month}月`
    }
  }
}
