const dayLength = 86_400_000
// China has kept one clock, eight hours ahead, all year since 1991.
const ahead = 8 * 3_600_000

/** What calendar and clock on a wall in Shanghai say at a moment: `2026-03-02T14:05:09`. */
export const wallClock = (time: number): string => new Date(time + ahead).toISOString().slice(0, 19)

/** The date in Shanghai: `2026-03-02`. */
export const dateOf = (time: number): string => wallClock(time).slice(0, 10)

/** The date in Shanghai, in days since 1970. */
export function dayOf(time: number): number {
  return Math.floor((time + ahead) / dayLength)
}

/** The first moment, in Shanghai, of the day this moment is in. */
export const startOfDay = (time: number): number => dayOf(time) * dayLength - ahead

/** The first moment, in Shanghai, of a day that stands as `2026-03-02`. */
export const momentOfDay = (day: string): number => Date.parse(`${day}T00:00:00Z`) - ahead

/** The last moment, in Shanghai, of the day that many days later. */
export function endOfDay(time: number, daysLater: number): number {
  return (dayOf(time) + daysLater + 1) * dayLength - ahead - 1
}

/** The hour of the day in Shanghai. */
export function hourOf(time: number): number {
  return Math.floor(((time + ahead) % dayLength) / 3_600_000)
}
