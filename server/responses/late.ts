/** So long after closing, what was begun before is still taken in: answers, and ways to be reached. */
export const lateMs = 14 * 86_400_000

/** Until when what was begun in time is still taken; undefined while the consultation is open. */
export const lateUntil = ({ closesAt }: { closesAt: number }, now: number): number | undefined =>
  now > closesAt ? closesAt + lateMs : undefined
