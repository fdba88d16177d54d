import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addWorkingDays,
  announced,
  calendarWith,
  isWorkingDay,
  oldestInTime,
  workingDaysUntil,
} from '../../../surveys/engine/working-days.ts'

describe('a deadline in working days', () => {
  test('leaves out the spring festival and counts the Saturday worked for it', () => {
    // 2026: shut from 15 to 23 February; Saturday the 14th and the 28th are worked.
    expect(addWorkingDays('2026-02-12', 5, announced)).toBe('2026-02-26')
    expect(isWorkingDay('2026-02-28', announced)).toBe(true)
    expect(isWorkingDay('2026-03-01', announced)).toBe(false)
  })

  test('knows a holiday that was entered at the desk, and a weekend that is worked', () => {
    const calendar = calendarWith([
      { day: '2027-01-01', isWorkday: false },
      { day: '2027-01-03', isWorkday: true },
    ])
    expect(addWorkingDays('2026-12-31', 1, calendar)).toBe('2027-01-03')
  })

  test('is past for what came before the oldest day in time, and for nothing later', () => {
    const day = fc.date({
      ...{ min: new Date('2025-06-01'), max: new Date('2026-11-30'), noInvalidDate: true },
    })
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 20 }), (date, count) => {
        const today = date.toISOString().slice(0, 10)
        const oldest = oldestInTime(today, count, announced)
        const before = new Date(Date.parse(oldest) - 86_400_000).toISOString().slice(0, 10)
        expect(addWorkingDays(oldest, count, announced) >= today).toBe(true)
        expect(addWorkingDays(before, count, announced) < today).toBe(true)
      }),
    )
  })

  test('is as many working days away as were added, wherever one begins', () => {
    const day = fc.date({
      min: new Date('2025-01-01'),
      max: new Date('2026-11-30'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 40 }), (start, count) => {
        const from = start.toISOString().slice(0, 10)
        const to = addWorkingDays(from, count, announced)
        expect(isWorkingDay(to, announced)).toBe(true)
        expect(workingDaysUntil(from, to, announced)).toBe(count)
      }),
    )
  })
})
