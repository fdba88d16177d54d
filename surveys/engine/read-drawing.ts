import { isStrings, type Reading, wrongType } from './reading.ts'

/** The sheet strokes are drawn on, in its own units. */
export const sheet = { width: 1000, height: 750 } as const

const mostStrokes = 200
const longestStroke = 4000
const mostInAll = 16_384
const stroke = /^\d{1,4},\d{1,4}( -?\d{1,4},-?\d{1,4})*$/

/**
 * Strokes, each `x,y dx,dy dx,dy …` in whole units of the sheet: where the pen was put down, and each
 * step from there.
 */
export function readDrawing(raw: unknown): Reading {
  if (!isStrings(raw)) return wrongType
  const answer = raw.filter((one) => one !== '')
  if (answer.length === 0) return {}
  if (!answer.every((one) => stroke.test(one))) return wrongType
  const size = answer.reduce((sum, one) => sum + one.length, 0)
  const fits =
    answer.length <= mostStrokes &&
    size <= mostInAll &&
    answer.every((one) => one.length <= longestStroke)
  return fits ? { answer } : { answer, fault: { kind: 'too-detailed' } }
}
