/** What 95 % of a normal distribution lie within, in standard deviations on either side. */
export const z95 = 1.959963984540054

/**
 * How likely a normal variable lies at least `z` standard deviations from its mean, on either side.
 * Abramowitz & Stegun 26.2.10 (a series) where it is quick, 26.2.14 (a continued fraction) in the tails.
 */
export function twoSided(z: number): number {
  const x = Math.abs(z)
  if (x > 38) return 0
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)
  if (x < 3) {
    let term = x
    let sum = x
    for (let n = 1; term > sum * 1e-17; n++) {
      term *= (x * x) / (2 * n + 1)
      sum += term
    }
    return 1 - 2 * density * sum
  }
  let fraction = x
  for (let n = 120; n >= 1; n--) fraction = x + n / fraction
  return (2 * density) / fraction
}
