/** What weighting costs. */
export interface WeightingCost {
  /** As many people chosen without weights would say as much. */
  effective: number
  /** People there are for each that counts, at least 1. */
  designEffect: number
}

/**
 * Kish (1965), Survey Sampling 11.7: n_eff = (Σw)² / Σw², deff = n / n_eff. Each entry is a weight with the
 * number of people who have it.
 */
export function kish(weights: readonly { weight: number; people: number }[]): WeightingCost {
  let [people, sum, squares] = [0, 0, 0]
  for (const { weight, people: some } of weights) {
    people += some
    sum += weight * some
    squares += weight * weight * some
  }
  const effective = squares > 0 ? (sum * sum) / squares : 0
  return { effective, designEffect: effective > 0 ? people / effective : 1 }
}
