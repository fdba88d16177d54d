/**
 * Probabilities of many comparisons, each made as large as looking at all of them at once demands, in the
 * order they were given: Holm (1979), Scandinavian Journal of Statistics 6, 65–70.
 */
export function holm(probabilities: readonly number[]): number[] {
  const adjusted = new Array<number>(probabilities.length)
  const order = probabilities.map((p, at) => ({ p, at })).sort((a, b) => a.p - b.p)
  let most = 0
  order.forEach(({ p, at }, rank) => {
    most = Math.min(1, Math.max(most, p * (order.length - rank)))
    adjusted[at] = most
  })
  return adjusted
}
