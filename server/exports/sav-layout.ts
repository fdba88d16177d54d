/** One variable of a system file; a text has the width of its longest value in bytes. */
export interface SavVariable {
  name: string
  label: string
  kind: 'number' | 'text' | 'date'
  width: number
  decimals: number
  measure: 'nominal' | 'ordinal' | 'scale'
  values: [code: number, label: string][]
  missing: [code: number, label: string][]
  set?: { id: string; label: string } | undefined
}

/**
 * How a variable lies in the file. A text longer than 255 bytes stands in several segments: each but the
 * last is declared 255 wide and counts for 252, while its bytes follow one another in runs of 255.
 */
export interface Segment {
  variable: SavVariable
  /** Eight letters at most, all capital; what old records call it by. */
  short: string
  isFirst: boolean
  /** Declared width: 0 for a number. */
  width: number
  /** Its first place among the units of eight bytes, from 1. */
  position: number
}

export const unitsOf = (width: number) => (width === 0 ? 1 : Math.ceil(width / 8))
const longest = 255
const counted = 252

export function layOut(variables: readonly SavVariable[]): Segment[] {
  let position = 1
  let number = 0
  return variables.flatMap((variable) =>
    widthsOf(variable).map((width, at) => {
      number++
      const segment = { variable, short: `V${number}`, isFirst: at === 0, width, position }
      position += unitsOf(width)
      return segment
    }),
  )
}

export function widthsOf({ kind, width }: SavVariable): number[] {
  if (kind !== 'text') return [0]
  if (width <= longest) return [Math.max(1, width)]
  const segments = Math.ceil(width / counted)
  return Array.from({ length: segments }, (_, at) =>
    at < segments - 1 ? longest : width - (segments - 1) * counted,
  )
}
