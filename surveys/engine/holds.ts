import type { Answer } from './answers.ts'
import type { Bounds, Condition } from './condition.ts'
import { picked } from './picked.ts'

/** Answers that count so far, by question id; undefined where one was skipped. A question that was not shown is not in it. */
export type Known = ReadonlyMap<string, Answer | undefined>

/** Whether a condition is met by the answers known so far. */
export function holds(condition: Condition, known: Known): boolean {
  // Asked for every question of every response of a file: what is most usual comes first.
  if ('question' in condition) {
    const answer = known.get(condition.question)
    if ('is' in condition) return picked(answer).includes(condition.is)
    if ('isOneOf' in condition) return picksAny(answer, condition.isOneOf)
    if ('includes' in condition) return picksAny(answer, condition.includes)
    if ('picks' in condition) return within(picked(answer).length, condition.picks)
    if ('answered' in condition) return answer !== undefined
    return typeof answer === 'number' && within(answer, condition.number)
  }
  if ('all' in condition) return condition.all.every((part) => holds(part, known))
  if ('any' in condition) return condition.any.some((part) => holds(part, known))
  return !holds(condition.not, known)
}

function picksAny(answer: Answer | undefined, wanted: readonly string[]): boolean {
  const picks = picked(answer)
  return wanted.some((option) => picks.includes(option))
}

function within(value: number, { atLeast, atMost }: Bounds): boolean {
  return (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost)
}
