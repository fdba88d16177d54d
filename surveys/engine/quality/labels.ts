import type { Columns } from '../columns.ts'
import type { Edition } from '../definition.ts'

/** Something about a response that a person should look at; never a reason by itself to leave it out. */
export type QualityLabel =
  | { kind: 'fast'; seconds: number; median: number }
  | { kind: 'straight'; question: string; rows: number }
  | { kind: 'twin'; others: number }
  | { kind: 'burst'; question: string; others: number }

/** Fewer answers than this make no pattern that could only be copied. */
const fewestAlike = 8
const fewestRows = 4
const fewestTimed = 30
/** A quarter of the median: what nobody can read in (domain: speed checks). */
const fastPart = 0.25

export type Labels = Map<number, QualityLabel[]>

/** Responses that took less than a quarter of the median, once thirty have been timed. By seq. */
export function labelFast(durations: ReadonlyMap<number, number>): Labels {
  const sorted = [...durations.values()].sort((a, b) => a - b)
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0
  const labels: Labels = new Map()
  if (sorted.length < fewestTimed) return labels
  for (const [seq, seconds] of durations) {
    if (seconds < median * fastPart) labels.set(seq, [{ kind: 'fast', seconds, median }])
  }
  return labels
}

/** Responses that gave the same answer in every row of a table, and those that are alike in everything. */
export function labelPatterns(edition: Edition, { count, columns }: Columns): Labels {
  const labels: Labels = new Map()
  const seqs = columns.get('@seq') ?? new Float64Array(count)
  const add = (i: number, label: QualityLabel) => {
    const seq = seqs[i] as number
    labels.set(seq, [...(labels.get(seq) ?? []), label])
  }
  for (const question of edition.sections.flatMap(({ questions }) => questions)) {
    if (question.kind !== 'matrix' || question.rows.length < fewestRows) continue
    const rows = question.rows.flatMap(({ id }) => columns.get(`${question.id}.${id}`) ?? [])
    const [first] = rows
    for (let i = 0; first && i < count; i++) {
      const value = first[i] as number
      if (value < 2 || !rows.every((column) => column[i] === value)) continue
      add(i, { kind: 'straight', question: question.id, rows: rows.length })
    }
  }
  for (const twins of alike(columns, count)) {
    for (const i of twins) add(i, { kind: 'twin', others: twins.length - 1 })
  }
  return labels
}

/** Places of responses that are alike in every answer, where enough was answered. */
function alike(columns: Columns['columns'], count: number): number[][] {
  const answers = [...columns].filter(([key]) => !key.startsWith('@')).map(([, column]) => column)
  const hashes = new Float64Array(count)
  const answered = new Uint16Array(count)
  for (const column of answers) {
    for (let i = 0; i < count; i++) {
      const value = column[i] as number
      // Two hashes of 26 bits in one number: by chance alone a million responses do not collide.
      const before = hashes[i] as number
      const high = Math.floor(before / 2 ** 26)
      const low = before % 2 ** 26
      const next = (Math.imul(low ^ value, 0x01000193) >>> 6) % 2 ** 26
      hashes[i] = ((Math.imul(high + value + 1, 0x9e3779b1) >>> 6) % 2 ** 26) * 2 ** 26 + next
      if (value > 1) answered[i] = (answered[i] as number) + 1
    }
  }
  const groups = new Map<number, number[]>()
  for (let i = 0; i < count; i++) {
    if ((answered[i] as number) < fewestAlike) continue
    const group = groups.get(hashes[i] as number)
    if (group) group.push(i)
    else groups.set(hashes[i] as number, [i])
  }
  const isSame = (a: number, b: number) => answers.every((column) => column[a] === column[b])
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => group.filter((i) => isSame(i, group[0] as number)))
    .filter((group) => group.length > 1)
}
