import type { Bar, Cell } from './result-table.ts'

/** Both ends of a scale, two points each; undefined where a point is not shown: a sum would give it away. */
export const scaleEnds = (bars: readonly Bar[]): [End | undefined, End | undefined] => [
  together(bars.slice(0, 2)),
  together(bars.slice(-2)),
]

/** Two points of a scale as one. */
export interface End extends Cell {
  count: number
  labels: string[]
}

function together(bars: readonly Bar[]): End | undefined {
  let [count, share]: [number, number | null] = [0, 0]
  for (const bar of bars) {
    if (bar.count === null) return
    count += bar.count
    share = share === null || bar.share === null ? null : share + bar.share
  }
  return { count, share, labels: bars.map(({ label }) => label) }
}
