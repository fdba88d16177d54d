import { type KnownTotals, type ProtectedGroup, protectGroups } from '../compare/protect-groups.ts'
import type { ChoiceTally } from '../tally-columns.ts'

/** The answers to one question, and how many people they are of, asked or not. */
export interface Part {
  people: number
  tallied: ChoiceTally
}

/**
 * What may be told of a question without some of the people, beside what is told of everybody: the difference
 * is a third table that anybody can work out, so that the two parts are protected as groups of the whole.
 * Undefined where nothing may be told: those left out, or those who stay, are so few, or how many they are says
 * too much already beside what is told of everybody.
 */
export function protectWithout(
  whole: Part,
  without: Part,
  picks: 'one' | 'several',
  known: KnownTotals,
  k: number,
): ProtectedGroup | undefined {
  const leftOut = whole.people - without.people
  if ((leftOut > 0 && leftOut < k) || without.people < k) return
  const [, told] = protectGroups([lessOf(whole, without), groupOf(without)], picks, known, k)
  const all = told && [told.shown, told.dontKnow, ...told.counts]
  return all?.some((count) => count !== null) ? told : undefined
}

const groupOf = ({ people, tallied: { shown, answered, counts, dontKnow } }: Part) => ({
  people,
  shown,
  answered,
  counts,
  dontKnow,
})

function lessOf(whole: Part, without: Part) {
  const [all, stay] = [groupOf(whole), groupOf(without)]
  return {
    people: all.people - stay.people,
    shown: all.shown - stay.shown,
    answered: all.answered - stay.answered,
    counts: all.counts.map((count, at) => count - (stay.counts[at] ?? 0)),
    dontKnow: all.dontKnow - stay.dontKnow,
  }
}
