import type { Guarded } from '../../../surveys/engine/hide-small.ts'
import type { Bar, Body, Cell, Count } from './result-table.ts'

/** What is told of one question: its figures, whom they are of, and who stands apart from them. */
export interface ToldBody {
  body: Body
  base: Count
  shown: Count
  apart: Apart[]
}

export interface Apart {
  label: string
  count: Count
}

/** Figures that are of everybody who was asked. */
export const toldOf = (body: Body, guarded: { shown: Count; answered: Count }): ToldBody => ({
  ...{ body, base: guarded.shown, shown: guarded.shown, apart: [skipped(guarded)] },
})

export const skippedLabel = '跳过'

/** Those who were asked and did not say anything. */
export const skipped = ({ shown, answered }: { shown: Count; answered: Count }): Apart => ({
  ...{ label: skippedLabel, count: less(shown, answered) },
})

export function less(whole: Count, part: Count): Count {
  return whole === null || part === null ? null : whole - part
}

/** A number of people and their share of the base. */
export function cellOf(count: Guarded, base: Guarded): Cell {
  return { count, share: count === null || !base ? null : count / base }
}

export const pictureOf = (
  option: { picture?: string | undefined } | undefined,
): Pick<Bar, 'picture'> => (option?.picture ? { picture: option.picture } : {})
