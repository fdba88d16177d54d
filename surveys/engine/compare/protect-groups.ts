import type { Guarded } from '../hide-small.ts'
import { drafted } from '../suppression/draft.ts'
import { suppress } from '../suppression/suppress.ts'

/** One group: how many were asked, how many of them answered, and how many chose each option. */
export interface GroupCounts {
  /** Everybody in the group, asked or not, where a page tells how many they are. */
  people?: number
  shown: number
  answered: number
  counts: readonly number[]
  dontKnow: number
}

/** What may be told of one group; null is hidden. */
export interface ProtectedGroup {
  shown: Guarded
  counts: Guarded[]
  dontKnow: Guarded
}

/** What stands on other pages of everybody: of each option, of "don't know" and of those who skipped it. */
export interface KnownTotals {
  counts: readonly boolean[]
  dontKnow: boolean
  skipped: boolean
}

/**
 * Groups side by side that together are everybody, so that no count of 1 to k − 1 people can be worked out
 * closer than k from what is told of groups and of everybody. Nothing is told where that cannot be had.
 */
export function protectGroups(
  groups: readonly GroupCounts[],
  picks: 'one' | 'several',
  known: KnownTotals,
  k: number,
): ProtectedGroup[] {
  const { cells, sums, add, sum, peopleIn } = drafted()
  const places = groups.map(({ people, shown, answered, counts, dontKnow }) => {
    const place = {
      // The size of a group is dear: without it nothing of it can be read.
      shown: add(shown, undefined, 1e5 + shown),
      counts: counts.map((count) => add(count)),
      dontKnow: add(dontKnow),
      skipped: add(shown - answered, 'hidden'),
    }
    if (people !== undefined) {
      const unasked = add(people - shown, 'hidden')
      sum(add(people, 'told'), [place.shown, unasked])
    }
    if (picks === 'one') sum(place.shown, [...place.counts, place.dontKnow, place.skipped])
    else {
      const all = add(answered, 'slack')
      sum(place.shown, [all, place.skipped])
      for (const [option, at] of place.counts.entries())
        sum(all, [at, add(answered - (counts[option] ?? 0), 'slack')])
    }
    return place
  })
  const addUp = (parts: readonly number[], isKnown: boolean) => {
    const value = parts.reduce((all, at) => all + peopleIn(at), 0)
    const isTold = isKnown && (value === 0 || value >= k)
    sum(add(value, isTold ? 'told' : 'hidden'), parts)
  }
  const column = (of: (place: (typeof places)[number]) => number) => places.map(of)
  addUp(
    column(({ shown }) => shown),
    true,
  )
  addUp(
    column(({ dontKnow }) => dontKnow),
    known.dontKnow,
  )
  addUp(
    column(({ skipped }) => skipped),
    known.skipped,
  )
  for (const [option, isKnown] of known.counts.entries())
    addUp(
      column(({ counts }) => counts[option] as number),
      isKnown,
    )
  const hidden = suppress({ cells, sums }, k)
  const told = (at: number): Guarded => (!hidden || hidden[at] ? null : (cells[at]?.value ?? null))
  return places.map(({ shown, counts, dontKnow }) => ({
    ...{ shown: told(shown), dontKnow: told(dontKnow) },
    counts: counts.map(told),
  }))
}
