import { type Calendar, calendarWith } from '../surveys/engine/working-days.ts'
import { type By, writeAudited } from './audit.ts'
import { holidays } from './schema.ts'
import type { Store } from './store.ts'

export interface EnteredDay {
  /** `2027-01-01` */
  day: string
  isWorkday: boolean
}

/** Days entered at the desk, in order. */
export function listEnteredDays(store: Store): Promise<EnteredDay[]> {
  return store.orm.select().from(holidays).orderBy(holidays.day)
}

/** Which days are worked on, as far as it has been announced. */
export async function workingCalendar(store: Store): Promise<Calendar> {
  return calendarWith(await listEnteredDays(store))
}

/** Puts these days in the place of all that were entered before. */
export async function enterDays(store: Store, days: readonly EnteredDay[], by: By): Promise<void> {
  await writeAudited(store, { ...by, action: 'enter holidays', object: `${days.length}` }, [
    store.orm.delete(holidays),
    ...days.map((day) => store.orm.insert(holidays).values(day)),
  ])
}
