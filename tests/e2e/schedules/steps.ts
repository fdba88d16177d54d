import fc from 'fast-check'
import type { Weather } from './weather.ts'

/** What can happen to one resident with one phone, in any order. */
export type Step =
  | { do: 'fill'; tab: number; person: number }
  /** Fills in what is blank while the weather is fair, and posts it when it has changed. */
  | { do: 'post'; tab: number; person: number; weather: Weather }
  | { do: 'submit' | 'reload' | 'close' | 'open' | 'resume' | 'sendNow'; tab: number }
  | { do: 'weather'; weather: Weather }
  | { do: 'refuse'; storage: Storage }
  | { do: 'publish' | 'online' }
  | { do: 'wait'; ms: number }

/** What the phone will not keep anything in; `stuck` is a database that never answers. */
export type Storage = 'nothing' | 'database' | 'simple' | 'stuck' | 'database-simple'

const tab = fc.constantFrom(0, 0, 1)
const person = fc.nat(40)

const weather: fc.Arbitrary<Weather> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Weather>({ kind: 'clear' }) },
  { weight: 2, arbitrary: fc.constant<Weather>({ kind: 'offline' }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('cut' as const),
      way: fc.constantFrom('request' as const, 'response' as const),
      bytes: fc.nat(2_500),
    }),
  },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(
        [500, true],
        [500, false],
        [503, false],
        [200, true],
        [200, false],
        [204, true],
        [410, true],
      )
      .map(([status, html]) => ({
        kind: 'instead' as const,
        status: Number(status),
        html: Boolean(html),
      })),
  },
)

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('fill' as const), tab, person }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('post' as const), tab, person, weather }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('submit' as const), tab }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reload' as const), tab }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('resume' as const), tab }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const), tab }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('open' as const), tab }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('sendNow' as const), tab }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('weather' as const), weather }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('refuse' as const),
      storage: fc.constantFrom<Storage>(
        'nothing',
        'nothing',
        'database',
        'simple',
        'stuck',
        'database-simple',
        'database-simple',
      ),
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom<Step>({ do: 'publish' }, { do: 'online' }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.nat(300) }),
  },
)

/** The first tab is opened while the weather is still fair; after that anything goes. */
export const schedule = fc.array(step, { minLength: 4, maxLength: 14, size: 'max' })

/** What went wrong once: a letter that followed another one was left before a phone that hangs had put it down. */
export const onceWrong: Step[] = [
  { do: 'refuse', storage: 'stuck' },
  { do: 'post', tab: 1, person: 21, weather: { kind: 'instead', status: 200, html: false } },
  { do: 'post', tab: 1, person: 4, weather: { kind: 'offline' } },
  { do: 'submit', tab: 1 },
]
