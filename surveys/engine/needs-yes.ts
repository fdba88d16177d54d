import type { Condition } from './condition.ts'

/** Whether a condition can only be met by a yes to one of these consents. */
export function needsYes(condition: Condition | undefined, consents: ReadonlySet<string>): boolean {
  if (!condition) return false
  if ('all' in condition) return condition.all.some((part) => needsYes(part, consents))
  return 'is' in condition && condition.is === 'yes' && consents.has(condition.question)
}
