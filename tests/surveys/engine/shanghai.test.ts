import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateOfDay } from '../../../surveys/engine/read-date.ts'
import {
  dateOf,
  dayOf,
  endOfDay,
  hourOf,
  momentOfDay,
  startOfDay,
  wallClock,
} from '../../../surveys/engine/shanghai.ts'

// What the rest of the world knows of Shanghai's clock.
const known = new Intl.DateTimeFormat('sv-SE', {
  ...{ timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' },
})
const times = fc.integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2200, 0, 1) })

test('a moment has the date and the hour that a clock in Shanghai shows', () => {
  fc.assert(
    fc.property(times, (time) => {
      const [date = '', clock = ''] = known.format(time).split(' ')
      expect(wallClock(time)).toBe(`${date}T${clock}`)
      expect([dateOf(time), dateOfDay(dayOf(time))]).toEqual([date, date])
      expect(hourOf(time)).toBe(Number(clock.slice(0, 2)))
    }),
  )
})

test('a day reaches from its first moment to just before the next', () => {
  fc.assert(
    fc.property(times, fc.nat({ max: 90 }), (time, later) => {
      const start = startOfDay(time)
      expect(start).toBe(momentOfDay(dateOf(time)))
      expect(wallClock(start).slice(11)).toBe('00:00:00')
      expect(endOfDay(time, 0)).toBe(start + 86_400_000 - 1)
      expect(dayOf(endOfDay(time, later))).toBe(dayOf(time) + later)
      expect(wallClock(endOfDay(time, later)).slice(11)).toBe('23:59:59')
    }),
  )
})
