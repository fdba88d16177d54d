import type { QuestionOf } from './definition.ts'
import { isRecord, type Reading, readingOf, wrongType } from './reading.ts'

/** Stickers by option, in definition order; an option without stickers is left out. */
export function readBudget(question: QuestionOf<'budget'>, raw: unknown): Reading {
  if (!isRecord(raw)) return wrongType
  const given = new Map(Object.entries(raw))
  const answer: Record<string, number> = {}
  let sum = 0
  for (const { id } of question.options) {
    const stickers = given.get(id)
    given.delete(id)
    if (stickers === undefined || stickers === '') continue
    if (typeof stickers !== 'number' || !Number.isFinite(stickers)) return wrongType
    if (!Number.isInteger(stickers)) return { fault: { kind: 'not-whole' } }
    if (stickers < 0) return { fault: { kind: 'too-small', limit: 0 } }
    if (stickers > 0) answer[id] = stickers
    sum += stickers
  }
  if (given.size > 0) return readingOf(answer, { kind: 'unknown-option' })
  const limit = question.total
  return readingOf(answer, sum > limit ? { kind: 'overspent', limit } : undefined)
}
