import { kappa } from '../statistics/kappa.ts'

/** How two readers agree on one code, over the texts both read. */
export interface CodeAgreement {
  both: number
  firstOnly: number
  secondOnly: number
  neither: number
  /** Cohen's, or undefined where both readers used it always or both never. */
  kappa: number | undefined
}

/** One text as two people read it. */
export interface ReadTwice {
  first: readonly string[]
  second: readonly string[]
}

/** How often both readers, one of them or neither used this code. */
export function codeAgreement(readings: readonly ReadTwice[], code: string): CodeAgreement {
  let [both, firstOnly, secondOnly, neither] = [0, 0, 0, 0]
  for (const { first, second } of readings) {
    const [one, other] = [first.includes(code), second.includes(code)]
    if (one && other) both++
    else if (one) firstOnly++
    else if (other) secondOnly++
    else neither++
  }
  const table = [
    [both, firstOnly],
    [secondOnly, neither],
  ]
  return { both, firstOnly, secondOnly, neither, kappa: kappa(table) }
}

/** Over all codes together: every text and code is one decision of yes or no. */
export function overallAgreement(
  readings: readonly ReadTwice[],
  codes: readonly string[],
): CodeAgreement {
  const each = codes.map((code) => codeAgreement(readings, code))
  const sum = (of: (one: CodeAgreement) => number) => each.reduce((all, one) => all + of(one), 0)
  const [both, firstOnly] = [sum((one) => one.both), sum((one) => one.firstOnly)]
  const [secondOnly, neither] = [sum((one) => one.secondOnly), sum((one) => one.neither)]
  const table = [
    [both, firstOnly],
    [secondOnly, neither],
  ]
  return { both, firstOnly, secondOnly, neither, kappa: kappa(table) }
}

/** Whether a text is one of the fifth that a second person reads: decided by its seq alone, scattered over all of them. */
export const isReadTwice = (seq: number) => ((Math.imul(seq, 2654435761) >>> 0) / 2 ** 32) * 5 < 1

/** Whether two readings found the same. */
export const agree = ({ first, second }: ReadTwice) =>
  first.length === second.length && first.every((code) => second.includes(code))
