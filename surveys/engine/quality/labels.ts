import type { Columns } from '../columns.ts'
import type { Edition } from '../definition.ts'
import { twins } from './twins.ts'

/** Something about a response that a person should look at; never a reason by itself to leave it out. */
export type QualityLabel =
  | { kind: 'fast'; seconds: number; median: number }
  | { kind: 'straight'; question: string; rows: number }
  | { kind: 'twin'; others: number }
  | { kind: 'burst'; question: string; others: number }
  | { kind: 'unrecorded' }

/** Two or three rows alike are nothing unusual. */
const fewestRows = 4
const fewestTimed = 30
/** A quarter of the median: what nobody can read in (domain: speed checks). */
const fastPart = 0.25

/** By the seq of the response. Those with the same reason share it: not to be changed. */
export type Labels = Map<number, readonly QualityLabel[]>

/** Responses that took less than a quarter of the median, once thirty have been timed; told who took so many seconds. By seq. */
export function labelFast(bySeconds: ReadonlyMap<number, readonly number[]>): Labels {
  const sorted = [...bySeconds].sort(([a], [b]) => a - b)
  const timed = sorted.reduce((sum, [, seqs]) => sum + seqs.length, 0)
  const labels: Labels = new Map()
  if (timed < fewestTimed) return labels
  const median = middleOf(sorted, timed)
  for (const [seconds, seqs] of sorted) {
    if (seconds >= median * fastPart) break
    const fast: QualityLabel[] = [{ kind: 'fast', seconds, median }]
    for (const seq of seqs) labels.set(seq, fast)
  }
  return labels
}

/** What the one in the middle took. */
function middleOf(
  sorted: readonly (readonly [number, readonly number[]])[],
  timed: number,
): number {
  let passed = 0
  for (const [seconds, seqs] of sorted) {
    passed += seqs.length
    if (passed > Math.floor(timed / 2)) return seconds
  }
  return 0
}

/** Responses that gave the same answer in every row of a table, and those that are alike in all they chose. */
export function labelPatterns(edition: Edition, responses: Columns): Labels {
  const { count, columns } = responses
  const labels = new Map<number, QualityLabel[]>()
  const seqs = columns.get('@seq') ?? new Float64Array(count)
  const add = (i: number, label: QualityLabel) => {
    const before = labels.get(seqs[i] as number)
    if (before) before.push(label)
    else labels.set(seqs[i] as number, [label])
  }
  for (const question of edition.sections.flatMap(({ questions }) => questions)) {
    if (question.kind !== 'matrix' || question.rows.length < fewestRows) continue
    const rows = question.rows.flatMap(({ id }) => columns.get(`${question.id}.${id}`) ?? [])
    const [first] = rows
    const straight = { kind: 'straight' as const, question: question.id, rows: rows.length }
    for (let i = 0; first && i < count; i++) {
      const value = first[i] as number
      if (value < 2 || !rows.every((column) => column[i] === value)) continue
      add(i, straight)
    }
  }
  for (const group of twins(edition, responses)) {
    const twin = { kind: 'twin' as const, others: group.length - 1 }
    for (const i of group) add(i, twin)
  }
  return labels
}
