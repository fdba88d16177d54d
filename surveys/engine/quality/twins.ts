import type { Column } from '../column.ts'
import { type Columns, columnsOfQuestion } from '../columns.ts'
import type { Edition, Question } from '../definition.ts'

/** Fewer answers than this make no pattern that could only be copied. */
const fewestAnswers = 8

/**
 * Places of responses that are alike in every answer that was ticked, sorted, set or counted, where enough
 * was answered. Of words, drawings and photos it only looks whether there are any.
 */
export function twins(edition: Edition, { count, columns }: Columns): number[][] {
  const asked = edition.sections.flatMap(({ questions }) => questions).map(keysOf)
  const columnsOf = (keys: readonly string[]) => keys.flatMap((key) => columns.get(key) ?? [])
  const compared = asked.flatMap(({ keys }) => columnsOf(keys))
  const answered = answeredIn(
    asked.flatMap(({ answers }) => columnsOf(answers)),
    count,
  )
  const hashes = hashesOf(compared, count)
  const groups = new Map<number, number[]>()
  for (let i = 0; i < count; i++) {
    if ((answered[i] as number) < fewestAnswers) continue
    const group = groups.get(hashes[i] as number)
    if (group) group.push(i)
    else groups.set(hashes[i] as number, [i])
  }
  const isSame = (a: number, b: number) => compared.every((column) => column[a] === column[b])
  return [...groups.values()]
    .map((group) => group.filter((i) => isSame(i, group[0] as number)))
    .filter((group) => group.length > 1)
}

/** The columns of a question, and those of them that say each for one answer that it was given. */
function keysOf(question: Question): { keys: string[]; answers: string[] } {
  const keys = columnsOfQuestion(question, 0).map(([key]) => key)
  switch (question.kind) {
    case 'single':
    case 'scale':
    case 'consent':
    case 'multiple':
    case 'number':
    case 'date':
    case 'rank':
    case 'budget':
    case 'pin':
      return { keys, answers: keys.slice(0, 1) }
    case 'matrix':
    case 'pair':
      return { keys, answers: keys }
    case 'text':
    case 'drawing':
    case 'photo':
    case 'note':
      return { keys, answers: [] }
  }
}

function answeredIn(columns: readonly Column[], count: number): Uint16Array {
  const answered = new Uint16Array(count)
  for (const column of columns) {
    for (let i = 0; i < count; i++) {
      if ((column[i] as number) > 1) answered[i] = (answered[i] as number) + 1
    }
  }
  return answered
}

/** Two hashes of 26 bits in one number: by chance alone a million responses do not collide. */
function hashesOf(columns: readonly Column[], count: number): Float64Array {
  const hashes = new Float64Array(count)
  for (const column of columns) {
    for (let i = 0; i < count; i++) {
      const value = column[i] as number
      const before = hashes[i] as number
      const high = Math.floor(before / 2 ** 26)
      const low = before % 2 ** 26
      const next = (Math.imul(low ^ value, 0x01000193) >>> 6) % 2 ** 26
      hashes[i] = ((Math.imul(high + value + 1, 0x9e3779b1) >>> 6) % 2 ** 26) * 2 ** 26 + next
    }
  }
  return hashes
}
