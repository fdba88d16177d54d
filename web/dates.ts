import type { Locale } from '../surveys/engine/text.ts'

/** 3月2日, or 2 March: the date in Shanghai, as a neighbour would say it. */
export function dateWords(time: number, locale: Locale): string {
  const { month, day } = shanghaiDate(time)
  return locale === 'en' ? `${day} ${months[month - 1]}` : `${month}月${day}日`
}

/** 2026.03.02, as a postmark carries it. */
export function postmarkDate(time: number): string {
  const { year, month, day } = shanghaiDate(time)
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('.')
}

function shanghaiDate(time: number) {
  // China keeps one clock, eight hours ahead, all year.
  const date = new Date(time + 8 * 3_600_000)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
