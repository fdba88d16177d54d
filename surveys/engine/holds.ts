import type { Answer } from './answers.ts'
import type { Bounds, Condition } from './condition.ts'
import { picked } from './picked.ts'

/** Answers that count so far, by question id. A question that was not shown is not in it. */
export type Known = ReadonlyMap<string, Answer>

/** Whether a condition is met by the answers known so far. */
export function holds(condition: Condition, known: Known): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, known))
  if ('any' in condition) return condition.any.some((part) => holds(part, known))
  if ('not' in condition) return !holds(condition.not, known)
  const answer = known.get(condition.question)
  if ('picks' in condition) return within(picked(answer).length, condition.picks)
  if (answer === undefined) return false
  if ('answered' in condition) return true
  if ('number' in condition) return typeof answer === 'number' && within(answer, condition.number)
  const picks = picked(answer)
  if ('is' in condition) return picks.includes(condition.is)
  const wanted = 'isOneOf' in condition ? condition.isOneOf : condition.includes
  return wanted.some((option) => picks.includes(option))
}

function within(value: number, { atLeast, atMost }: Bounds): boolean {
  return (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost)
}
