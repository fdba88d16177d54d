import type { Answer } from './answers.ts'

/** Everything that can be wrong with an answer. Words for them live with the pages. */
export type ProblemKind =
  | 'unknown-question'
  | 'unknown-option'
  | 'not-offered'
  | 'too-many'
  | 'too-few'
  | 'exclusive'
  | 'wrong-type'
  | 'too-long'
  | 'too-small'
  | 'too-large'
  | 'not-whole'
  | 'same-place'
  | 'overspent'
  | 'not-a-date'
  | 'too-early'
  | 'too-late'
  | 'off-plan'
  | 'too-detailed'

export interface Fault {
  kind: ProblemKind
  limit?: number
}

/** An answer as far as it can be understood, and the first thing wrong with it. */
export interface Reading {
  answer?: Answer
  fault?: Fault
}

/** An answer made of parts, which is none without any, and what is wrong with it. */
export const readingOf = (answer: Exclude<Answer, string | number>, fault?: Fault): Reading => ({
  ...(Object.keys(answer).length > 0 && { answer }),
  ...(fault && { fault }),
})

export const wrongType: Reading = { fault: { kind: 'wrong-type' } }

export function isStrings(raw: unknown): raw is string[] {
  return Array.isArray(raw) && raw.every((item) => typeof item === 'string')
}

export function isRecord(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw)
}
