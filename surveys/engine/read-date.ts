import type { QuestionOf } from './definition.ts'
import { type Reading, wrongType } from './reading.ts'

const dayMs = 86_400_000

/** A day of the calendar, however it was written: 2026-3-2, 2026/3/2, 2026.3.2, 2026年3月2日. */
export function readDate({ min, max }: QuestionOf<'date'>, raw: unknown): Reading {
  if (typeof raw !== 'string') return wrongType
  const text = raw.normalize('NFKC').trim()
  if (text === '') return {}
  const answer = isoDay(text)
  if (answer === undefined) return { answer: text, fault: { kind: 'not-a-date' } }
  // Days written this way stand in the order of the calendar.
  if (min !== undefined && answer < min) return { answer, fault: { kind: 'too-early' } }
  if (max !== undefined && answer > max) return { answer, fault: { kind: 'too-late' } }
  return { answer }
}

/** Days since 1970 of a day as `readDate` gives it. */
export const dayOfDate = (day: string) => Date.parse(`${day}T00:00:00Z`) / dayMs

/** The same day, written the one way. */
export const dateOfDay = (days: number) => new Date(days * dayMs).toISOString().slice(0, 10)

/** Whether the calendar has such a day; not every year has a 29th of February. */
export const isDay = (day: string) => isoDay(day) === day

function isoDay(text: string): string | undefined {
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text)
  if (!found) return undefined
  const [, year = '', month = '', day = ''] = found
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const days = dayOfDate(iso)
  // The 31st of February parses in some engines, as a day in March.
  return Number.isFinite(days) && dateOfDay(days) === iso ? iso : undefined
}
