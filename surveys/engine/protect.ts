import { type Guarded, hideSmall } from './hide-small.ts'
import {
  type GuardedBudget,
  type GuardedRank,
  protectBudget,
  protectRank,
} from './protect-kinds.ts'
import type { QuestionTally, RowTally } from './tally.ts'
import type { ChoiceTally } from './tally-columns.ts'

type GuardedRow = { id: string; shown: Guarded; answered: Guarded; counts: Guarded[] }

/** What may be told of a tally: as `QuestionTally`, with null for what is hidden. */
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
  | ({ kind: 'rank'; shown: Guarded; answered: Guarded } & GuardedRank)
  | ({ kind: 'budget'; shown: Guarded; answered: Guarded } & GuardedBudget)
  | { kind: 'date'; shown: Guarded; answered: Guarded; days: Map<number, Guarded> }
  /** Where on the plan is told apart, by `pinAreas`. */
  | { kind: 'pin'; shown: Guarded; answered: Guarded }
  | { kind: 'note' }

/** Hides every count of 1 to k − 1 people, and as many more as it takes that none can be worked out. */
export function protect(tallied: QuestionTally, k: number): ProtectedTally {
  switch (tallied.kind) {
    case 'choice':
      return protectChoice(tallied, k)
    case 'rows':
      return { kind: 'rows', rows: tallied.rows.map((row) => protectRow(row, k)) }
    case 'number': {
      const { times, ...rest } = protectTimes(tallied, tallied.values, k)
      return { kind: 'number', ...rest, values: times }
    }
    case 'date': {
      const { times, ...rest } = protectTimes(tallied, tallied.days, k)
      return { kind: 'date', ...rest, days: times }
    }
    case 'text':
      return { kind: 'text', ...protectShown(tallied, k) }
    case 'rank':
      return { kind: 'rank', ...protectShown(tallied, k), ...protectRank(tallied, k) }
    case 'budget':
      return { kind: 'budget', ...protectShown(tallied, k), ...protectBudget(tallied, k) }
    case 'pin':
      return { kind: 'pin', ...protectShown(tallied, k) }
    case 'note':
      return tallied
  }
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

function protectShown({ shown, answered }: { shown: number; answered: number }, k: number) {
  const [skipped] = hideSmall([shown - answered, answered], k)
  return people(shown, answered, skipped, k)
}

function protectTimes(
  { shown, answered }: { shown: number; answered: number },
  counted: ReadonlyMap<number, number>,
  k: number,
) {
  const [skipped, ...counts] = hideSmall([shown - answered, ...counted.values()], k)
  const times = new Map([...counted.keys()].map((value, i) => [value, counts[i] ?? null]))
  return { ...people(shown, answered, skipped, k), times }
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
