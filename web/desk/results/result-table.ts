import type { DayStep } from '../../../surveys/engine/day-steps.ts'
import type { Question } from '../../../surveys/engine/definition.ts'

/** A number of people; null where it is not shown: too few, or it would give away another that is too few. */
export type Count = number | null

/** One figure with what it is of. `share` is null where it is not shown, or where there is nobody to share. */
export interface Cell {
  count: Count
  share: number | null
}

export interface Bar extends Cell {
  id: string
  label: string
  image?: { src: string; alt: string } | undefined
  /** The drawing beside the option, by name. */
  picture?: string
  /** Of several picks, who put this one first; known where that was asked afterwards. */
  first?: Cell | undefined
  /** An option that stands apart from the others. */
  mark?: 'other' | 'exclusive'
}

/** What one question's table holds, by the shape in which it is drawn. */
export type Body =
  | { shape: 'bars'; bars: Bar[] }
  | {
      shape: 'scale'
      bars: Bar[]
      /** What those answered who stand outside the base. */
      outside: string | undefined
    }
  | { shape: 'rows'; columns: { id: string; label: string }[]; rows: Row[] }
  | { shape: 'pairs'; pairs: { id: string; base: Count; left: Bar; right: Bar }[] }
  | { shape: 'histogram'; bars: Bar[]; unit: string }
  | { shape: 'days'; bars: Bar[]; step: DayStep; middle: string | undefined }
  | { shape: 'measures'; of: 'rank' | 'budget'; answered: Count; heads: string[]; rows: Measured[] }
  | {
      shape: 'places'
      answered: Count
      plan: { src: string; alt: string; width: number; height: number }
      /** Squares of the plan that share a tone, from 1 pale to 5 deep. */
      areas: { cells: number[]; tone: number }[]
      categories: string[]
      places: Place[]
    }
  | { shape: 'texts'; answered: Count }

/** One option with several figures; the first of them is drawn. */
export interface Measured {
  id: string
  label: string
  figures: Figure[]
}

/** A score or a mean, or a number of people with their share; null where it is not shown. */
export interface Figure {
  value: Count
  text: string
  share?: number | null
  isPeople?: boolean
}

/** Part of a plan, with the people who set a pin there, and how many for each category. */
export interface Place {
  label: string
  people: Count
  /** All that is left over, scattered. */
  isElsewhere: boolean
  cells: Count[]
}

interface Row {
  id: string
  label: string
  base: Count
  cells: Cell[]
}

/**
 * One question's results, protected and ready to be read: the page, the chart, the tooltip and the
 * CSV all come from this, so none of them can show what another hides.
 */
export interface ResultTable {
  id: string
  number: string | undefined
  title: string
  kind: Question['kind']
  /** What those who answered are called in a sentence. */
  people: string
  /** What the numbers say, in one plain sentence. */
  sentence: string
  /** What a reader must know to read the shares. */
  remark: string | undefined
  base: Count
  /** Whom shares are of, where they are not simply those who were asked. */
  basis?: string | undefined
  /** Where people were asked afterwards which of their picks comes first: in which question, and whom. */
  firsts?: { asked: string; base: Count } | undefined
  /** Whether it asks for the one that comes first among earlier picks. */
  isFirstChoice?: boolean
  /** Told apart from the answers: skipped, don't know, not shown. */
  apart: { label: string; count: Count }[]
  body: Body
}

/** Of fewer people than this, where people are parted into groups, only numbers are told: no shares. */
export const fewestForShare = 20
export const tooFewForShare = '人太少，不算百分比'

/** Where a number is not shown: few people, or many whose number would give away that of a few. It must not say which. */
export const notTold = '–（不显示）'
export const notToldMeans = '写着「不显示」的，是人太少，或者写了就能把人太少的数算出来。'

export function countText(count: Count): string {
  return count === null ? notTold : count.toLocaleString('zh-CN')
}

/** How many of how many: 12（40%）, or only the number where no share is told. */
export function cellText({ count, share }: Cell): string {
  if (count === null) return notTold
  return share === null ? countText(count) : `${countText(count)}（${shareText(share)}）`
}

/** The number of people in a group, and that it is too small for shares. */
export function baseText(base: Count): string {
  const isSmall = base !== null && base > 0 && base < fewestForShare
  return isSmall ? `${countText(base)}（${tooFewForShare}）` : countText(base)
}

export function shareText(share: number | null): string {
  return share === null ? '–' : `${Math.round(share * 100)}%`
}

/** 首选率: whose first choice it is, by the question that asked for it. */
export const firstsHead = ({ asked, base }: NonNullable<ResultTable['firsts']>): string =>
  `首选率（${asked}，n = ${countText(base)}）`
