import type { Child } from 'hono/jsx'

/** What children pick from, all cut from the same paper: 64 by 64, flat, a little uneven. */
export const pictures: Record<string, Child> = {}
