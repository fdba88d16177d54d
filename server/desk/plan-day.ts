import { isDay } from '../../surveys/engine/read-date.ts'
import { planDays } from '../../web/desk/plan-days.ts'

/** Whether a day on which something is decided or due is one of the calendar, and of our time. */
export const isPlanDay = (day: string) => isDay(day) && day >= planDays.min && day <= planDays.max
