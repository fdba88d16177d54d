/** A count, or null where so few people stand behind it that they could be recognised. */
export type Guarded = number | null

/**
 * Cells that add up to a known total. Small ones are hidden, zeros stay. One hidden cell alone could
 * be worked out from the rest, and so could two cells of one person each; so the next smallest is
 * hidden too until, for all the total tells, each hidden cell may be anything from 1 to k − 1.
 */
export function hideSmall(cells: readonly number[], k: number): Guarded[] {
  const total = cells.reduce((sum, cell) => sum + cell, 0)
  if (total === 0 || k <= 1) return [...cells]
  if (total < k) return cells.map(() => null)
  const hidden = new Set(cells.flatMap((cell, i) => (cell > 0 && cell < k ? [i] : [])))
  if (hidden.size === 0) return [...cells]
  const rest = cells
    .map((cell, i) => ({ cell, i }))
    .filter(({ cell, i }) => cell > 0 && !hidden.has(i))
    .sort((a, b) => a.cell - b.cell)
  const leeway = () => [...hidden].reduce((sum, i) => sum + (cells[i] ?? 0) - 1, 0)
  while (hidden.size < 2 || leeway() < k - 2) {
    const next = rest.shift()
    if (!next) return cells.map(() => null)
    hidden.add(next.i)
  }
  return cells.map((cell, i) => (hidden.has(i) ? null : cell))
}
