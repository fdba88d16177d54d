import type { Column, Columns } from './columns.ts'
import type { Edition, Question } from './definition.ts'
import type { Selected } from './histogram.ts'
import { questionsOf } from './questions.ts'
import { countedOptions, maskedOptions } from './tally.ts'

export interface CrossTab {
  /** People who picked row option r and column option c. */
  counts: number[][]
  /** People who picked row option r and were shown the column question. */
  rowBases: number[]
  /** People who picked column option c and were shown the row question: what a share is a share of. */
  columnBases: number[]
  /** People who were shown both. */
  both: number
}

/** How the answers to one question fall among those who gave each answer to another. */
export function crossTab(
  edition: Edition,
  columns: Columns,
  rowQuestion: string,
  columnQuestion: string,
  selected?: Selected,
): CrossTab {
  const rows = sideOf(edition, columns, rowQuestion)
  const groups = sideOf(edition, columns, columnQuestion)
  const result: CrossTab = {
    counts: rows.options.map(() => groups.options.map(() => 0)),
    rowBases: rows.options.map(() => 0),
    columnBases: groups.options.map(() => 0),
    both: 0,
  }
  const add = (value: number, group: number, people: number) => {
    const picks = rows.picks(value)
    const within = groups.picks(group)
    if (!picks || !within) return
    result.both += people
    for (const c of within) result.columnBases[c] = (result.columnBases[c] ?? 0) + people
    for (const r of picks) {
      result.rowBases[r] = (result.rowBases[r] ?? 0) + people
      const row = result.counts[r]
      if (row) for (const c of within) row[c] = (row[c] ?? 0) + people
    }
  }
  eachPair(rows, groups, add, selected)
  return result
}

interface Side {
  options: readonly { id: string }[]
  column: Column
  /** Every value in the column is below this. */
  width: number
  /** The places of the options picked; undefined where the person is outside the base. */
  picks: (value: number) => readonly number[] | undefined
}

/** A question's own column, or one row of a matrix or one pair by its key: `Q6`, `K8.garden`. */
function sideOf(edition: Edition, { count, columns }: Columns, key: string): Side {
  const [id = '', rowId] = key.split('.')
  const question = questionsOf(edition).get(id)
  const options = question ? optionsAt(question, edition, rowId) : []
  const column = columns.get(key) ?? new Uint8Array(count)
  if (question?.kind === 'multiple') {
    const picks = (mask: number) => (mask === 0 ? undefined : maskedOptions(mask))
    return { options, column, width: 2 << options.length, picks }
  }
  const known = [undefined, [], ...options.map((_, i) => [i])]
  return { options, column, width: options.length + 3, picks: (code) => known[code] }
}

function optionsAt(question: Question, edition: Edition, rowId: string | undefined) {
  if (question.kind !== 'pair') return countedOptions(question, edition)
  return question.pairs.find((pair) => pair.id === rowId)?.options ?? []
}

/** Counts equal pairs of values first, so that taking them apart costs once per pair, not per person. */
function eachPair(
  rows: Side,
  groups: Side,
  add: (value: number, group: number, people: number) => void,
  selected?: Selected,
): void {
  const width = rows.width
  if (width * groups.width > 1 << 22) {
    for (let i = 0; i < rows.column.length; i++) {
      if (selected && selected[i] === 0) continue
      add(rows.column[i] as number, groups.column[i] as number, 1)
    }
    return
  }
  const table = new Uint32Array(width * groups.width)
  for (let i = 0; i < rows.column.length; i++) {
    if (selected && selected[i] === 0) continue
    const pair = (groups.column[i] as number) * width + (rows.column[i] as number)
    table[pair] = (table[pair] as number) + 1
  }
  for (let pair = 0; pair < table.length; pair++) {
    const people = table[pair] as number
    if (people > 0) add(pair % width, Math.floor(pair / width), people)
  }
}
