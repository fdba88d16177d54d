import type { ProtectedTally } from '../protect.ts'
import type { KnownTotals } from './protect-groups.ts'

/** What a page of results tells of everybody, to protect groups of them beside it. */
export function totalsKnown(guarded: ProtectedTally): KnownTotals {
  if (guarded.kind !== 'choice') return { counts: [], dontKnow: true, skipped: true }
  const { shown, answered, counts, dontKnow } = guarded
  return {
    counts: counts.map((count) => count !== null),
    dontKnow: dontKnow !== null,
    skipped: shown !== null && answered !== null,
  }
}
