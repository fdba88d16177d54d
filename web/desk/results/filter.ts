import type { Channel } from '../../../surveys/engine/answers.ts'

/** What the reader narrowed the results down to, as it stands in the address. */
export interface ResultFilter {
  neighbourhood?: string | undefined
  channel?: Channel | undefined
  /** `2026-03-02`, both ends included. */
  from?: string | undefined
  to?: string | undefined
  is: { question: string; option: string }[]
  /** Options as they were asked, not the most chosen first. */
  asAsked?: boolean | undefined
}

/** `?n=hc2&via=qr&from=2026-03-02&is=Q2.a60`, empty when nothing is narrowed down. */
export function filterQuery(filter: ResultFilter): string {
  const query = new URLSearchParams()
  if (filter.neighbourhood) query.set('n', filter.neighbourhood)
  if (filter.channel) query.set('via', filter.channel)
  if (filter.from) query.set('from', filter.from)
  if (filter.to) query.set('to', filter.to)
  for (const { question, option } of filter.is) query.append('is', `${question}.${option}`)
  if (filter.asAsked) query.set('order', 'asked')
  const text = query.toString()
  return text && `?${text}`
}

export function isFiltered(filter: ResultFilter): boolean {
  return filterQuery({ ...filter, asAsked: false }) !== ''
}
