import type { Audience } from './definition.ts'
import type { Guarded } from './hide-small.ts'
import { type ProtectedTally, protect } from './protect.ts'
import type { QuestionTally } from './tally.ts'

/** Fewer people than this are never shown in a cell. Children are more easily recognised. */
export function smallestGroup(audience: Audience): number {
  return audience === 'child' ? 10 : 5
}

/** A tally with what of it may be shown. */
export interface GuardedTally {
  tallied: QuestionTally
  guarded: ProtectedTally
  /** Those few who were not shown the question are counted with those who skipped it. */
  merged: boolean
  /** Who was put first, where more of that is hidden than by itself. */
  firsts?: Guarded[]
}

/** What may be shown of a tally; every page must hide the same cells, or one gives away the other's. */
export function guard(
  tallied: QuestionTally,
  total: number,
  k: number,
): Pick<GuardedTally, 'guarded' | 'merged'> {
  const folded = foldUnshown(tallied, total, k)
  return { guarded: protect(folded, k), merged: folded !== tallied }
}

/**
 * When only a few were not shown a question, "all less those shown" would tell who they are; they
 * are then counted with those who skipped it, and the base is everybody.
 */
export function foldUnshown(tallied: QuestionTally, total: number, k: number): QuestionTally {
  const few = (shown: number) => total - shown > 0 && total - shown < k
  switch (tallied.kind) {
    case 'choice':
    case 'number':
    case 'text':
    case 'rank':
    case 'budget':
    case 'date':
    case 'pin':
      return few(tallied.shown) ? { ...tallied, shown: total } : tallied
    case 'rows':
      return tallied.rows.some(({ shown }) => few(shown))
        ? { kind: 'rows', rows: tallied.rows.map((row) => ({ ...row, shown: total })) }
        : tallied
    case 'note':
      return tallied
  }
}
