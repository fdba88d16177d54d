import type { Column } from '../column.ts'
import type { Columns } from '../columns.ts'
import type { Edition, Question, QuestionOf } from '../definition.ts'
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
  return question && sideOfQuestion(question, rowId, edition, columns)
}

function sideOfQuestion(
  question: Question,
  rowId: string | undefined,
  edition: Edition,
  { count, columns }: Columns,
): Side | undefined {
  const { id } = question
  const at = (key: string): Column => columns.get(key) ?? new Uint8Array(count)
  const one = (options: readonly SideOption[], column: Column): Side => ({
    ...{ options, column, picks: 'one' },
  })
  switch (question.kind) {
    case 'single':
    case 'consent':
    case 'scale':
      return one(countedOptions(question, edition), at(id))
    case 'multiple':
      return { options: question.options, column: at(id), picks: 'several' }
    case 'matrix': {
      const row = question.rows.find((one) => one.id === rowId)
      return row && one(question.options, at(`${id}.${row.id}`))
    }
    case 'pair': {
      const pair = question.pairs.find((one) => one.id === rowId)
      return pair && one(pair.options, at(`${id}.${pair.id}`))
    }
    case 'rank':
      return one(question.options, firstPlaces(question, at, count))
    case 'budget':
      return { options: question.options, column: givers(question, at, count), picks: 'several' }
    case 'number': {
      const bins = numberBins(question)
      return one(bins, binCodes(at(id), at(`${id}#`), bins))
    }
    case 'date': {
      const bins = monthBins(at(id), at(`${id}#`))
      return one(bins, binCodes(at(id), at(`${id}#`), bins))
    }
    case 'pin':
      return question.categories
        ? { options: question.categories, column: pinned(question, at, count), picks: 'several' }
        : one(whether, answered(at(id)))
    case 'text':
    case 'drawing':
    case 'photo':
      return one(whether, answered(at(id)))
    case 'note':
      return
  }
}

const whether = [{ id: 'answered' }, { id: 'skipped' }]

// 1 is who skipped it, more is who did not.
const answered = (states: Column) =>
  Uint8Array.from(states, (state) => (state === 0 ? 0 : state === 1 ? 3 : 2))

type At = (key: string) => Column

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
  const masks = new Uint16Array(count)
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
  const masks = Uint16Array.from(states, (state) => (state === 0 ? 0 : 1))
  const kinds = question.categories?.length ?? 0
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
