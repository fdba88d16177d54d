import type { Filled, Pin } from '../../surveys/engine/answers.ts'
import type { Problem } from '../../surveys/engine/check.ts'
import type { Edition } from '../../surveys/engine/definition.ts'
import { picked } from '../../surveys/engine/picked.ts'
import type { Locale } from '../../surveys/engine/text.ts'
import type { Clip } from './aloud/clips.tsx'

/** A questionnaire as it lies before one person: what is filled in so far and what is wrong with it. */
export interface Sheet {
  edition: Edition
  filled: Filled
  problems: readonly Problem[]
  /** The response's id, which decides the order of shuffled options. */
  seed: string
  locale: Locale
  /** Recordings of the questions, read aloud by someone. */
  clips?: readonly Clip[]
  /** It was sent before and is being corrected. */
  sent?: boolean
}

/** The picks of a question, whatever shape its answer has. */
export function picks({ filled }: Sheet, question: string): readonly string[] {
  const answer = Object.hasOwn(filled.answers, question) ? filled.answers[question] : undefined
  return typeof answer === 'string' || Array.isArray(answer) ? picked(answer) : []
}

/** The pick in one row of a question. */
export function rowPick({ filled }: Sheet, question: string, row: string): string | undefined {
  const answer = Object.hasOwn(filled.answers, question) ? filled.answers[question] : undefined
  if (typeof answer !== 'object' || Array.isArray(answer)) return undefined
  const value = Object.hasOwn(answer, row) ? answer[row] : undefined
  return value === undefined ? undefined : String(value)
}

/** What was written: in answer to a question, or beside its "other". */
export function written({ filled }: Sheet, question: string): string {
  const answer = Object.hasOwn(filled.answers, question) ? filled.answers[question] : undefined
  return typeof answer === 'string' || typeof answer === 'number' ? String(answer) : ''
}

/** The pins set so far, as they were given. */
export function writtenPins({ filled }: Sheet, question: string): readonly Pin[] {
  const answer: unknown = Object.hasOwn(filled.answers, question) ? filled.answers[question] : []
  return Array.isArray(answer) ? answer.filter((pin) => typeof pin === 'object') : []
}

export function writtenBeside({ filled }: Sheet, question: string): string {
  return Object.hasOwn(filled.others, question) ? (filled.others[question] ?? '') : ''
}
