import type { Locale } from '../surveys/engine/text.ts'
import { languageOf, words } from './words/words.ts'

/** 3月2日, or 2 March: the date in Shanghai, as a neighbour would say it. */
export function dateWords(time: number, locale: Locale): string {
  const { tag, dates = tag } = languageOf(locale)
  return formatIn(dates).format(time)
}

/** 2027年4月10日, or 10 April 2027: a day that stands as `2027-04-10`. */
export function dayWords(day: string, locale: Locale): string {
  const { tag, dates = tag } = languageOf(locale)
  const whole = { dateStyle: 'long', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(dates, whole).format(Date.parse(`${day}T00:00:00Z`))
}

/** 今天 21:40 前, or until 21:40 today: the end of a time, as a neighbour would say it. */
export function untilWords(time: number, now: number, locale: Locale): string {
  const { today, tomorrow, onDate } = words(locale).before
  const minutes = Math.floor((time + ahead) / 60_000)
  const clock = `${Math.floor(minutes / 60) % 24}:${String(minutes % 60).padStart(2, '0')}`
  const day = [today, tomorrow][dayNumber(time) - dayNumber(now)]
  return day ? day(clock) : onDate(dateWords(time, locale), clock)
}

/** 2026.03.02, as a postmark carries it. */
export function postmarkDate(time: number): string {
  const date = new Date(time + ahead)
  const parts = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
  return parts.map((part) => String(part).padStart(2, '0')).join('.')
}

// China keeps one clock, eight hours ahead, all year.
const ahead = 8 * 3_600_000

const dayNumber = (time: number) => Math.floor((time + ahead) / 86_400_000)

const formats = new Map<string, Intl.DateTimeFormat>()

function formatIn(locale: string): Intl.DateTimeFormat {
  const known = formats.get(locale)
  if (known) return known
  const day = { month: 'long', day: 'numeric', timeZone: 'Asia/Shanghai' } as const
  const format = new Intl.DateTimeFormat(locale, day)
  formats.set(locale, format)
  return format
}
