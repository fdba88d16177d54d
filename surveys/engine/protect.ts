import type { ChoiceTally, QuestionTally, RowTally } from './tally.ts'

/** A count, or null where so few people stand behind it that they could be recognised. */
export type Guarded = number | null

type GuardedRow = { id: string; shown: Guarded; answered: Guarded; counts: Guarded[] }

export type ProtectedTally =
  | {
      kind: 'choice'
      shown: Guarded
      answered: Guarded
      counts: Guarded[]
      dontKnow: Guarded
      picks: Guarded
    }
  | { kind: 'rows'; rows: GuardedRow[] }
  | { kind: 'number'; shown: Guarded; answered: Guarded; values: Map<number, Guarded> }
  | { kind: 'text'; shown: Guarded; answered: Guarded }
  | { kind: 'note' }

/** Hides every count of 1 to k − 1 people, and as many more as it takes that none can be worked out. */
export function protect(tallied: QuestionTally, k: number): ProtectedTally {
  switch (tallied.kind) {
    case 'choice':
      return protectChoice(tallied, k)
    case 'rows':
      return { kind: 'rows', rows: tallied.rows.map((row) => protectRow(row, k)) }
    case 'number': {
      const { shown, answered } = tallied
      const [skipped, ...counts] = hideSmall([shown - answered, ...tallied.values.values()], k)
      return {
        kind: 'number',
        ...people(shown, answered, skipped, k),
        values: new Map([...tallied.values.keys()].map((value, i) => [value, counts[i] ?? null])),
      }
    }
    case 'text': {
      const { shown, answered } = tallied
      const [skipped] = hideSmall([shown - answered, answered], k)
      return { kind: 'text', ...people(shown, answered, skipped, k) }
    }
    case 'note':
      return tallied
  }
}

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

function protectChoice(tallied: ChoiceTally, k: number): ProtectedTally {
  const { shown, answered, dontKnow, picks } = tallied
  const skips = shown - answered
  // Where people pick one, options and skips add up to those shown; where they pick several, the
  // picks are the total that would give a lone hidden count away, and are hidden with it.
  const single = picks + dontKnow === answered && tallied.counts.length > 0
  if (single) {
    const [skipped = null, unsure = null, ...counts] = hideSmall(
      [skips, dontKnow, ...tallied.counts],
      k,
    )
    const whole = [skipped, unsure, ...counts].every((cell) => cell !== null)
    return {
      kind: 'choice',
      ...people(shown, answered, skipped, k),
      counts,
      dontKnow: unsure,
      picks: whole ? picks : null,
    }
  }
  const [skipped] = hideSmall([skips, answered], k)
  const counts = tallied.counts.map((cell) => guard(cell, k, shown))
  return {
    kind: 'choice',
    ...people(shown, answered, skipped, k),
    counts,
    dontKnow,
    picks: counts.includes(null) ? null : picks,
  }
}

function protectRow({ id, shown, answered, counts }: RowTally, k: number): GuardedRow {
  const [skipped, ...cells] = hideSmall([shown - answered, ...counts], k)
  return { id, ...people(shown, answered, skipped, k), counts: cells }
}

function people(shown: number, answered: number, skipped: Guarded | undefined, k: number) {
  const known = guard(shown, k, shown)
  return { shown: known, answered: known === null || skipped === null ? null : answered }
}

function guard(cell: number, k: number, total: number): Guarded {
  return k > 1 && total > 0 && (total < k || (cell > 0 && cell < k)) ? null : cell
}
