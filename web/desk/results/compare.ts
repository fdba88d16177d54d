import type { Guarded } from '../../../surveys/engine/protect.ts'

/**
 * Tables of several groups side by side, whose rows also add up to a total shown elsewhere. A cell
 * hidden alone in its row or its column could be worked out, so others are hidden with it, smallest first.
 */
export function hideAcross(raw: number[][], guarded: Guarded[][], k: number): Guarded[][] {
  const cells = guarded.map((row) => [...row])
  const rows = raw.map((row, r) => row.map((_, c): Place => [r, c]))
  const columns = (raw[0] ?? []).map((_, c) => raw.map((_row, r): Place => [r, c]))
  const at = ([r, c]: Place) => raw[r]?.[c] ?? 0
  const isHidden = ([r, c]: Place) => cells[r]?.[c] === null
  for (let changed = true; changed; ) {
    changed = false
    for (const line of [...rows, ...columns]) {
      while (givesAway(line.filter(isHidden).map(at), k)) {
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

// One hidden cell is the total less the rest; two cells of one person each are as plain.
function givesAway(hidden: number[], k: number): boolean {
  if (hidden.length === 0) return false
  const leeway = hidden.reduce((sum, cell) => sum + Math.max(cell - 1, 0), 0)
  return hidden.length < 2 || leeway < k - 2
}

// Hiding a zero is the last resort: it hides least.
const weight = (cell: number) => (cell === 0 ? Number.POSITIVE_INFINITY : cell)
