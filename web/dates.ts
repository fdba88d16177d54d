import type { Locale } from '../surveys/engine/text.ts'
import { languageOf } from './words/words.ts'

/** 3月2日, or 2 March: the date in Shanghai, as a neighbour would say it. */
export function dateWords(time: number, locale: Locale): string {
  const { tag, dates = tag } = languageOf(locale)
  return formatIn(dates).format(time)
}

/** 2026.03.02, as a postmark carries it. */
export function postmarkDate(time: number): string {
  // China keeps one clock, eight hours ahead, all year.
  const date = new Date(time + 8 * 3_600_000)
  const parts = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
  return parts.map((part) => String(part).padStart(2, '0')).join('.')
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
