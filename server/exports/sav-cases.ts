import { fitted, savBytes } from './sav-bytes.ts'
import { type SavVariable, unitsOf, widthsOf } from './sav-layout.ts'

// What a byte says of the next eight bytes of a case.
const command = { literal: 253, blanks: 254, missing: 255 }
const bias = 100

/**
 * Writes cases as they come: numbers from -99 to 151 and runs of blanks take one byte, the rest stands in
 * full behind each eight commands.
 */
export function savCases(variables: readonly SavVariable[]) {
  const out = savBytes()
  const literals = savBytes()
  const commands = new Uint8Array(8)
  let filled = 0
  const say = (byte: number) => {
    commands[filled++] = byte
    if (filled === 8) flush()
  }
  const flush = () => {
    commands.fill(0, filled)
    filled = 0
    out.raw(commands)
    out.raw(literals.take())
  }
  const putNumber = (value: number | null) => {
    if (value === null) return say(command.missing)
    const short = value + bias
    if (Number.isInteger(value) && short >= 1 && short <= 251) return say(short)
    // The eight commands may be complete with this one, so what it stands for comes first.
    literals.double(value)
    say(command.literal)
  }
  const plans = variables.map((variable) => widthsOf(variable))
  const putText = (text: string, variable: SavVariable, widths: readonly number[]) => {
    const bytes = fitted(text, variable.width)
    widths.forEach((width, at) => {
      const last = at === widths.length - 1
      const part = bytes.subarray(at * 255, last ? undefined : (at + 1) * 255)
      for (let unit = 0; unit < unitsOf(width); unit++) {
        const eight = part.subarray(unit * 8, unit * 8 + 8)
        if (eight.every((byte) => byte === 32)) say(command.blanks)
        else {
          literals.text(eight, 8)
          say(command.literal)
        }
      }
    })
  }
  return {
    /** One case: for each variable its code or number, days since 1970, or text. */
    add(values: readonly (number | string | null)[]) {
      variables.forEach((variable, at) => {
        const value = values[at] ?? null
        if (variable.kind === 'text') putText(String(value ?? ''), variable, plans[at] ?? [])
        else if (typeof value === 'string') putNumber(null)
        else putNumber(value !== null && variable.kind === 'date' ? secondsOf(value) : value)
      })
    },
    /** What has been written since the last time. */
    take: () => out.take(),
    /** The rest, when no case follows. */
    end() {
      if (filled > 0) flush()
      return out.take()
    },
  }
}

// SPSS counts seconds from the beginning of the Gregorian calendar, 14 October 1582.
const secondsOf = (day: number) => (day + 141_428) * 86_400
