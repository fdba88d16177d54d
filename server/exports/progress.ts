import { randomBytes } from 'node:crypto'

/** How far a download has come; kept by this process only, for whoever asked for the file. */
export interface Progress {
  rows: number
  of: number
  done: boolean
}

// A page that is never asked again must not be remembered for ever: the oldest go first.
const kept = 200
const running = new Map<string, Progress & { member: string }>()

/** Names a download before it is asked for, so that the page can ask how far it has come. */
export const newProgressId = () => randomBytes(9).toString('base64url')

/** Begins to keep how far a download has come; what it returns is told after each batch. */
export function beginProgress(id: string, member: string, of: number): (rows: number) => void {
  if (!/^[\w-]{12}$/.test(id)) return () => {}
  running.delete(id)
  running.set(id, { rows: 0, of, done: of === 0, member })
  for (const oldest of running.keys()) {
    if (running.size <= kept) break
    running.delete(oldest)
  }
  return (rows) => {
    const one = running.get(id)
    // People may have answered since they were counted, so the whole grows with the part.
    if (one) running.set(id, { ...one, rows, of: Math.max(one.of, rows), done: rows >= one.of })
  }
}

/** How far this member's download has come; undefined for anybody else's. */
export function findProgress(id: string, member: string): Progress | undefined {
  const one = running.get(id)
  return one?.member === member ? { rows: one.rows, of: one.of, done: one.done } : undefined
}
