import type { Guarded } from '../../../surveys/engine/hide-small.ts'

/**
 * Groups as rows, options as columns. Each row adds up to the group's people, each column to a total
 * shown elsewhere (`totals`, itself perhaps hidden). A cell hidden alone in such a sum could be worked
 * out, so others are hidden with it, smallest first.
 */
export function hideAcross(
  raw: number[][],
  guarded: Guarded[][],
  totals: Guarded[],
  k: number,
): Guarded[][] {
  const cells = guarded.map((row) => [...row])
  const rows = raw.map((row, r) => ({ line: row.map((_, c): Place => [r, c]), hiddenTotal: false }))
  const columns = (raw[0] ?? []).map((_, c) => ({
    line: raw.map((_row, r): Place => [r, c]),
    hiddenTotal: totals[c] === null,
  }))
  const at = ([r, c]: Place) => raw[r]?.[c] ?? 0
  const isHidden = ([r, c]: Place) => cells[r]?.[c] === null
  for (let changed = true; changed; ) {
    changed = false
    for (const { line, hiddenTotal } of [...rows, ...columns]) {
      while (givesAway(line.filter(isHidden).map(at), hiddenTotal, k)) {
        const [next] = line
          .filter((place) => !isHidden(place))
          .sort((a, b) => weight(at(a)) - weight(at(b)))
        if (!next) break
        const row = cells[next[0]]
        if (row) row[next[1]] = null
        changed = true
      }
    }
  }
  return cells
}

type Place = [row: number, column: number]

// One hidden cell is the total less the rest; two cells of one person each are as plain. A hidden
// total is the sum of its cells, unless one of them is hidden too.
function givesAway(hidden: number[], hiddenTotal: boolean, k: number): boolean {
  if (hiddenTotal) return hidden.length === 0
  if (hidden.length === 0) return false
  const leeway = hidden.reduce((sum, cell) => sum + Math.max(cell - 1, 0), 0)
  return hidden.length < 2 || leeway < k - 2
}

// Hiding a zero is the last resort: it hides least.
const weight = (cell: number) => (cell === 0 ? Number.POSITIVE_INFINITY : cell)
