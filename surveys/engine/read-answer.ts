import type { Answer } from './answers.ts'
import type { Question, QuestionOf } from './definition.ts'
import { readBudget } from './read-budget.ts'
import { readDate } from './read-date.ts'
import { readDrawing } from './read-drawing.ts'
import { readPins } from './read-pins.ts'
import { readRank } from './read-rank.ts'
import { readText } from './read-text.ts'
import { type Fault, isRecord, isStrings, type Reading, readingOf, wrongType } from './reading.ts'
import { uuidPattern } from './uuid.ts'

interface Choice {
  id: string
  exclusive?: boolean | undefined
}

/** Reads a raw answer to a question that is shown, given the options on offer and all there ever are. */
export function readAnswer(
  question: Question,
  offered: readonly Choice[],
  every: readonly Choice[],
  raw: unknown,
): Reading {
  if (isBlank(raw)) return {}
  switch (question.kind) {
    case 'single':
    case 'scale':
    case 'consent':
      if (typeof raw !== 'string') return wrongType
      return readPicks([raw], offered, every, (picks) => picks[0])
    case 'multiple':
      if (!isStrings(raw)) return wrongType
      return limitPicks(
        question,
        readPicks(raw, offered, every, (picks) => picks),
      )
    case 'matrix':
      return readRows(raw, question.rows, () => question.options)
    case 'pair':
      return readRows(raw, question.pairs, (pair) => pair.options)
    case 'number':
      return readNumber(question, raw)
    case 'text': {
      if (typeof raw !== 'string') return wrongType
      return readText(raw, question.limit)
    }
    case 'rank':
      return readRank(question, raw)
    case 'budget':
      return readBudget(question, raw)
    case 'date':
      return readDate(question, raw)
    case 'pin':
      return readPins(question, raw)
    case 'drawing':
      return readDrawing(raw)
    case 'photo':
      return typeof raw === 'string' && uuidPattern.test(raw) ? { answer: raw } : wrongType
    case 'note':
      return wrongType
  }
}

function isBlank(raw: unknown): boolean {
  if (raw === undefined || raw === '') return true
  return typeof raw === 'object' && raw !== null && Object.keys(raw).length === 0
}

function readPicks(
  raw: readonly string[],
  offered: readonly Choice[],
  every: readonly Choice[],
  shape: (picks: string[]) => Answer | undefined,
): Reading {
  const wanted = raw.filter((id) => id !== '')
  // In the order of the definition, so that the same picks are the same answer.
  const picks = offered.filter((option) => wanted.includes(option.id)).map((option) => option.id)
  const stray = wanted.find((id) => !picks.includes(id))
  const reading: Reading = picks.length > 0 ? { answer: shape(picks) } : {}
  if (stray !== undefined) {
    const known = every.some((option) => option.id === stray)
    reading.fault = { kind: known ? 'not-offered' : 'unknown-option' }
  }
  return reading
}

function limitPicks(question: QuestionOf<'multiple'>, reading: Reading): Reading {
  const picks = reading.answer
  if (reading.fault || !isStrings(picks)) return reading
  const exclusive = question.options.some((option) => option.exclusive && picks.includes(option.id))
  if (exclusive) return picks.length > 1 ? { ...reading, fault: { kind: 'exclusive' } } : reading
  const { min = 0, max = Number.POSITIVE_INFINITY } = question
  if (picks.length > max) return { ...reading, fault: { kind: 'too-many', limit: max } }
  if (picks.length < min) return { ...reading, fault: { kind: 'too-few', limit: min } }
  return reading
}

function readRows<Row extends { id: string }>(
  raw: unknown,
  rows: readonly Row[],
  optionsOf: (row: Row) => readonly Choice[],
): Reading {
  if (!isRecord(raw)) return wrongType
  const given = new Map(Object.entries(raw))
  const answer: Record<string, string> = {}
  let fault: Fault | undefined
  for (const row of rows) {
    const pick: unknown = given.get(row.id)
    given.delete(row.id)
    if (pick === undefined || pick === '') continue
    if (typeof pick !== 'string') return wrongType
    if (optionsOf(row).some((option) => option.id === pick)) answer[row.id] = pick
    else fault = { kind: 'unknown-option' }
  }
  if (given.size > 0) fault = { kind: 'unknown-option' }
  return readingOf(answer, fault)
}

function readNumber({ min, max, whole }: QuestionOf<'number'>, raw: unknown): Reading {
  if (typeof raw !== 'number' || !Number.isFinite(raw)) return wrongType
  const answer = raw + 0 // −0 becomes 0, as JSON would make it
  if (whole && !Number.isInteger(answer)) return { answer, fault: { kind: 'not-whole' } }
  if (min !== undefined && answer < min) return { answer, fault: { kind: 'too-small', limit: min } }
  if (max !== undefined && answer > max) return { answer, fault: { kind: 'too-large', limit: max } }
  return { answer }
}
