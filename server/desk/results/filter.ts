import { channels } from '../../../surveys/engine/answers.ts'
import { isDay } from '../../../surveys/engine/read-date.ts'
import type { ResultFilter } from '../../../web/desk/results/filter.ts'
import type { AppContext } from '../../host.ts'

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

const day = (text: string | undefined) => (text && isDay(text) ? text : undefined)
