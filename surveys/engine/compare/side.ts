import { type Column, maskColumn } from '../column.ts'
import type { Columns } from '../columns.ts'
import type { Edition, Question, QuestionOf } from '../definition.ts'
import { keptColumn, keptOf, since } from '../kept.ts'
import { keptTally } from '../kept-counts.ts'
import { grid, pinKeys } from '../pin-cells.ts'
import { questionsOf } from '../questions.ts'
import { countedOptions } from '../tally.ts'
import type { Text } from '../text.ts'
import { type Bin, binCodes, monthBins, numberBins } from './bins.ts'

/** One question, or one row of it, as people fall into its options: what stands in a row or a column of a table. */
export interface Side {
  options: readonly SideOption[]
  /** By response, as in `Columns`: a code where people pick one, a mask where they may pick several. */
  column: Column
  picks: 'one' | 'several'
  /** The same while the side only grows, as in `Columns`. */
  grown?: object
}

/** What has neither a label nor a bin is `answered` or `skipped`. */
export interface SideOption {
  id: string
  label?: Text
  bin?: Bin['bin']
}

/**
 * A side by its key: `Q6`, or for one row of a matrix or one pair `K8.garden`. A ranking is told by what was
 * put first, stickers by who gave any, numbers and days in bins, pins by what they stand for, and what is
 * written, drawn or taken by whether there is any. Undefined where there is nothing to pick.
 */
export function sideOf(edition: Edition, columns: Columns, key: string): Side | undefined {
  const [id = '', rowId] = key.split('.')
  const question = questionsOf(edition).get(id)
  const way = question && wayOf(question, rowId, edition, columns)
  if (!way) return
  const { options, picks = 'one', from } = way
  const columnIn = ({ count, columns: some }: Columns) =>
    from((at) => some.get(at) ?? new Uint8Array(count), count)
  // Bins of days are others when there are more months.
  const what = `side ${key} ${options.map((option) => option.id).join()}`
  const made = way.isThere
    ? thereAlready(columns, columnIn(columns), question, what)
    : keptColumn(columns, question, what, (start) => columnIn(since(columns, start)))
  return { options, picks, ...made }
}

/** The same side with one code counted as skipped. */
export function countedAsSkipped(side: Side, code: number): Side {
  const { column, grown } = side
  const from = (start: number) => {
    const copy = column.slice(start)
    for (let i = 0; i < copy.length; i++) if (copy[i] === code) copy[i] = 1
    return copy
  }
  const growing = { count: column.length, grown }
  return { ...side, ...keptColumn(growing, grown ?? side, `${code} as skipped`, from) }
}

interface Way {
  options: readonly SideOption[]
  picks?: Side['picks']
  /** Whether the column stands among the others as it is. */
  isThere?: true
  from(at: At, count: number): Column
}

type At = (key: string) => Column

function wayOf(
  question: Question,
  rowId: string | undefined,
  edition: Edition,
  columns: Columns,
): Way | undefined {
  const { id } = question
  const there = (options: readonly SideOption[], key: string): Way => ({
    ...{ options, isThere: true, from: (at) => at(key) },
  })
  const binned = (bins: readonly Bin[]): Way => ({
    ...{ options: bins, from: (at) => binCodes(at(id), at(`${id}#`), bins) },
  })
  switch (question.kind) {
    case 'single':
    case 'consent':
    case 'scale':
      return there(countedOptions(question, edition), id)
    case 'multiple':
      return { ...there(question.options, id), picks: 'several' }
    case 'matrix': {
      const row = question.rows.find((one) => one.id === rowId)
      return row && there(question.options, `${id}.${row.id}`)
    }
    case 'pair': {
      const pair = question.pairs.find((one) => one.id === rowId)
      return pair && there(pair.options, `${id}.${pair.id}`)
    }
    case 'rank':
      return {
        options: question.options,
        from: (at, count) => firstPlaces(question, at, count),
      }
    case 'budget':
      return {
        ...{ options: question.options, picks: 'several' },
        from: (at, count) => givers(question, at, count),
      }
    case 'number':
      return binned(numberBins(question))
    case 'date': {
      const counted = keptTally(question, edition, columns)
      return binned(monthBins(counted.kind === 'date' ? counted.days.keys() : []))
    }
    case 'pin':
      return question.categories
        ? {
            ...{ options: question.categories, picks: 'several' },
            from: (at, count) => pinned(question, at, count),
          }
        : { options: whether, from: (at) => answered(at(id)) }
    case 'text':
    case 'drawing':
    case 'photo':
      return { options: whether, from: (at) => answered(at(id)) }
    case 'note':
      return
  }
}

function thereAlready({ grown }: Columns, column: Column, question: Question, what: string) {
  return grown ? { column, grown: keptOf(grown, question, what, () => ({})) } : { column }
}

const whether = [{ id: 'answered' }, { id: 'skipped' }]

// 1 is who skipped it, more is who did not.
const answered = (states: Column) =>
  Uint8Array.from(states, (state) => (state === 0 ? 0 : state === 1 ? 3 : 2))

function firstPlaces({ id, options }: QuestionOf<'rank'>, at: At, count: number): Column {
  const codes = new Uint8Array(count)
  options.forEach((option, place) => {
    const places = at(`${id}.${option.id}`)
    for (let i = 0; i < count; i++) {
      if (places[i] === 2) codes[i] = place + 2
      else if (codes[i] === 0 && places[i] !== 0) codes[i] = 1
    }
  })
  return codes
}

function givers({ id, options }: QuestionOf<'budget'>, at: At, count: number): Column {
  const masks = maskColumn(options.length, count)
  options.forEach((option, place) => {
    const given = at(`${id}.${option.id}`)
    for (let i = 0; i < count; i++) {
      if (given[i] === 0) continue
      masks[i] = (masks[i] as number) | 1 | ((given[i] as number) > 2 ? 2 << place : 0)
    }
  })
  return masks
}

/** By category of its pins; whoever set none of a kind is among those who were asked. */
function pinned(question: QuestionOf<'pin'>, at: At, count: number): Column {
  const states = at(question.id)
  const kinds = question.categories?.length ?? 0
  const masks = maskColumn(kinds, count)
  for (let i = 0; i < count; i++) masks[i] = states[i] === 0 ? 0 : 1
  for (const key of pinKeys(question)) {
    const pins = at(key)
    for (let i = 0; i < count; i++) {
      const code = pins[i] as number
      const kind = code === 0 ? kinds : Math.floor((code - 1) / grid.cells)
      if (kind < kinds) masks[i] = (masks[i] as number) | (2 << kind)
    }
  }
  return masks
}
