import type { Pin } from './answers.ts'
import type { QuestionOf } from './definition.ts'
import { readText } from './read-text.ts'
import { type Fault, isRecord, type Reading, readingOf, wrongType } from './reading.ts'

/** Places on the plan, to a thousandth of it, in the order they were set. */
export function readPins(question: QuestionOf<'pin'>, raw: unknown): Reading {
  if (!Array.isArray(raw)) return wrongType
  const pins: Pin[] = []
  let fault: Fault | undefined
  for (const one of raw) {
    const read = readPin(question, one)
    if (!read) return wrongType
    pins.push(read.pin)
    fault ??= read.fault
  }
  if (!fault && pins.length > question.most) fault = { kind: 'too-many', limit: question.most }
  return readingOf(pins, fault)
}

function readPin(
  { categories = [], comment: limit }: QuestionOf<'pin'>,
  raw: unknown,
): { pin: Pin; fault?: Fault | undefined } | undefined {
  if (!isRecord(raw)) return undefined
  const { x, y, category = '', comment = '', ...rest } = raw
  if (typeof x !== 'number' || typeof y !== 'number') return undefined
  if (typeof category !== 'string' || typeof comment !== 'string') return undefined
  if (Object.keys(rest).length > 0) return undefined
  const pin: Pin = { x: thousandth(x), y: thousandth(y) }
  let fault: Fault | undefined = onPlan(x) && onPlan(y) ? undefined : { kind: 'off-plan' }
  if (category !== '') {
    pin.category = category
    if (!categories.some(({ id }) => id === category)) fault ??= { kind: 'unknown-option' }
  }
  if (limit !== undefined) {
    const words = readText(comment, limit)
    if (words.answer !== undefined) pin.comment = words.answer
    fault ??= words.fault
  }
  return { pin, fault }
}

const onPlan = (part: number) => part >= 0 && part <= 1
const thousandth = (part: number) => Math.round(part * 1000) / 1000 + 0
