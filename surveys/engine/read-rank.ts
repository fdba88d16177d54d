import type { QuestionOf } from './definition.ts'
import { isRecord, isStrings, type Reading, readingOf, wrongType } from './reading.ts'

/**
 * Options in the order they were put. A form without script gives places instead, by option; two
 * options on one place stay as they are, so that they can be shown again.
 */
export function readRank(question: QuestionOf<'rank'>, raw: unknown): Reading {
  const known = new Set(question.options.map(({ id }) => id))
  if (isRecord(raw)) return readPlaces(raw, known)
  if (!isStrings(raw)) return wrongType
  const wanted = raw.filter((id) => id !== '')
  const answer = wanted.filter((id, i) => known.has(id) && wanted.indexOf(id) === i)
  if (wanted.some((id) => !known.has(id))) return readingOf(answer, { kind: 'unknown-option' })
  if (answer.length < wanted.length) return readingOf(answer, { kind: 'same-place' })
  const limit = question.most ?? known.size
  return readingOf(answer, answer.length > limit ? { kind: 'too-many', limit } : undefined)
}

function readPlaces(raw: Record<string, unknown>, known: ReadonlySet<string>): Reading {
  const answer: Record<string, string> = {}
  for (const [id, place] of Object.entries(raw)) {
    if (typeof place !== 'string') return wrongType
    if (!known.has(id)) return { fault: { kind: 'unknown-option' } }
    answer[id] = place
  }
  return { answer, fault: { kind: 'same-place' } }
}
