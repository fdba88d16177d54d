import { numberFindings } from './numbers.ts'
import { namesBeside, personFindings } from './persons.ts'

/** What kind of thing in a text might tell who somebody is. */
export type Revealing =
  | 'phone'
  | 'id-number'
  | 'long-number'
  | 'plate'
  | 'door'
  | 'account'
  | 'name'

/** A part of a text: from the character at `from` up to, not including, the one at `to` (UTF-16). */
export interface Finding {
  kind: Revealing
  from: number
  to: number
}

/**
 * What in a text might tell who wrote it or whom it is about, in order and without overlaps; where two
 * overlap, the one that begins first holds, then the longer. It would rather find too much than too
 * little: a person looks at every text before it is released.
 */
export function detect(text: string): Finding[] {
  const spelt = plainly(text)
  const numbers = numberFindings(spelt)
  const phones = numbers.filter(({ kind }) => kind === 'phone')
  const found = [...numbers, ...personFindings(spelt), ...namesBeside(spelt, phones)]
  found.sort((a, b) => a.from - b.from || b.to - a.to)
  const kept: Finding[] = []
  for (const one of found) {
    const last = kept.at(-1)
    if (!last || one.from >= last.to) kept.push(one)
    else if (one.to > last.to) last.to = one.to
  }
  return kept
}

/** The text with everything found in it replaced by the mask of its kind. */
export function redact(
  text: string,
  findings: readonly Finding[],
  maskOf: (kind: Revealing) => string,
): string {
  let result = ''
  let at = 0
  for (const { kind, from, to } of findings) {
    result += text.slice(at, from) + maskOf(kind)
    at = to
  }
  return result + text.slice(at)
}

// Full-width letters and figures as plain ones. Every character stays where it is.
function plainly(text: string): string {
  return text
    .replace(/[０-９Ａ-Ｚａ-ｚ＠．－＋]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0))
    .replace(/[\u200b-\u200f\u2060\ufeff\u00a0\u3000]/g, ' ')
}
