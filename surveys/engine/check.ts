import type { Filled } from './answers.ts'
import type { Edition } from './definition.ts'
import { picked } from './picked.ts'
import { questionsOf } from './questions.ts'
import { readText } from './read-text.ts'
import type { Fault, ProblemKind } from './reading.ts'
import { journey, type Step } from './visibility.ts'

export type { ProblemKind } from './reading.ts'

export interface Problem {
  question: string
  kind: ProblemKind
  limit?: number
}

/** How much fits beside "other, please write". */
const otherLimit = 200

/**
 * What counts of a resident's answers, and what is wrong with them. No problems means it can be
 * stored. What is kept never has a problem of its own: checking it again changes nothing.
 */
export function checkAnswers(
  edition: Edition,
  filled: Filled,
): { kept: Filled; problems: Problem[] } {
  const problems = strangers(edition, filled)
  const kept: Filled = { answers: {}, others: {} }
  const others = new Map<string, unknown>(Object.entries(filled.others))
  for (const step of journey(edition, filled)) {
    const id = step.question.id
    const written = readOther(step, others.get(id))
    const fault = step.fault ?? written.fault
    if (fault) problems.push({ question: id, ...fault })
    if (step.fault || step.answer === undefined) continue
    kept.answers[id] = step.answer
    if (written.answer !== undefined && !written.fault) kept.others[id] = written.answer
  }
  // Leaving out a wrong answer may hide what hung on it, so what is left is looked at again.
  return { kept: problems.length > 0 ? checkAnswers(edition, kept).kept : kept, problems }
}

/** Answers to questions this edition does not ask. */
function strangers(edition: Edition, { answers, others }: Filled): Problem[] {
  const questions = questionsOf(edition)
  const strange = [...Object.keys(answers), ...Object.keys(others)].filter(
    (id) => !questions.has(id),
  )
  return [...new Set(strange)].map((question) => ({ question, kind: 'unknown-question' }))
}

/** Words written beside "other", which count only where it was picked. */
function readOther(step: Step, raw: unknown): { answer?: string; fault?: Fault } {
  if (raw === undefined) return {}
  const picks = picked(step.answer)
  if (!step.options.some((option) => option.other && picks.includes(option.id))) return {}
  return typeof raw === 'string' ? readText(raw, otherLimit) : { fault: { kind: 'wrong-type' } }
}
