import { dateOf, dayOf, wallClock } from '../surveys/engine/shanghai.ts'
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
  const clock = wallClock(time).slice(11, 16).replace(/^0/, '')
  const day = [today, tomorrow][dayOf(time) - dayOf(now)]
  return day ? day(clock) : onDate(dateWords(time, locale), clock)
}

/** 2026.03.02, as a postmark carries it. */
export function postmarkDate(time: number): string {
  return dateOf(time).split('-').join('.')
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatIn(locale: string): Intl.DateTimeFormat {
  const known = formats.get(locale)
  if (known) return known
  const day = { month: 'long', day: 'numeric', timeZone: 'Asia/Shanghai' } as const
  const format = new Intl.DateTimeFormat(locale, day)
  formats.set(locale, format)
  return format
}
