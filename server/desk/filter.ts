import { channels } from '../../surveys/engine/answers.ts'
import type { ResultFilter } from '../../web/desk/results/filter.ts'
import type { AppContext } from '../host.ts'

/** Reads the filter out of the address; what it does not understand is left out. */
export function readFilter(c: AppContext): ResultFilter {
  const via = c.req.query('via')
  return {
    neighbourhood: c.req.query('n') || undefined,
    channel: channels.find((channel) => channel === via),
    asAsked: c.req.query('order') === 'asked' || undefined,
    from: day(c.req.query('from')),
    to: day(c.req.query('to')),
    is: [...new Set(c.req.queries('is') ?? [])].flatMap((pair) => {
      const [question, option, ...rest] = pair.split('.')
      return question && option && rest.length === 0 ? [{ question, option }] : []
    }),
  }
}

/** Days since 1970 of `2026-03-02`. */
export function dayNumber(iso: string): number {
  return Math.floor(Date.parse(`${iso}T00:00:00Z`) / 86_400_000)
}

function day(text: string | undefined): string | undefined {
  return text && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(dayNumber(text))
    ? text
    : undefined
}
