/** So long after closing, what was begun before is still taken in: answers, and ways to be reached. */
export const lateMs = 14 * 86_400_000
