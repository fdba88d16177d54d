import { z95 } from './normal.ts'

/** Shares from 0 to 1. */
export interface Interval {
  low: number
  high: number
}

/**
 * Where the true share lies with 95 % confidence if `count` of `base` people were drawn at random:
 * Wilson (1927), JASA 22, 209–212, without correction for continuity. Undefined where there is nobody.
 */
export function wilson(count: number, base: number): Interval | undefined {
  if (base <= 0) return
  const share = count / base
  const spread = (z95 * z95) / base
  const middle = (share + spread / 2) / (1 + spread)
  const half = (z95 * Math.sqrt((share * (1 - share) + spread / 4) / base)) / (1 + spread)
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}
