import { cleanText } from './clean-text.ts'
import { isLongerThan } from './graphemes.ts'
import type { Fault } from './reading.ts'

/** Reads written words; blank words are no answer. */
export function readText(raw: string, limit: number): { answer?: string; fault?: Fault } {
  const answer = cleanText(raw)
  if (answer === '') return {}
  return isLongerThan(answer, limit) ? { answer, fault: { kind: 'too-long', limit } } : { answer }
}
