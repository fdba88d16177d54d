import { twoSided } from './normal.ts'

/** So many of so many people. */
export interface Proportion {
  count: number
  base: number
}

/**
 * How likely two groups differ at least this much by chance alone: the pooled two-proportion test, two-sided,
 * without correction for continuity (Fleiss, Statistical Methods for Rates and Proportions, ch. 2). 1 where
 * there is nothing to compare.
 */
export function twoProportions(one: Proportion, other: Proportion): number {
  if (one.base <= 0 || other.base <= 0) return 1
  const pooled = (one.count + other.count) / (one.base + other.base)
  const variance = pooled * (1 - pooled) * (1 / one.base + 1 / other.base)
  if (variance <= 0) return 1
  return twoSided((one.count / one.base - other.count / other.base) / Math.sqrt(variance))
}
