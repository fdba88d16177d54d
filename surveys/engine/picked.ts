import type { Answer } from './answers.ts'

/** The options an answer consists of, whatever the kind of the question; none where it has no options. */
export function picked(answer: Answer | undefined): string[] {
  if (typeof answer === 'string') return [answer]
  const parts: unknown[] = typeof answer === 'object' ? Object.values(answer) : []
  return parts.filter((part): part is string => typeof part === 'string')
}
