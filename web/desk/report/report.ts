import type { Audience } from '../../../surveys/engine/definition.ts'
import type { ResultTable } from '../results/result-table.ts'

/**
 * A report as it is read on the page, printed and written as a Word document: all three come from this,
 * and this comes from a published release.
 */
export interface Report {
  title: string
  /** Who reports; empty where nobody has filled it in. */
  issuer: string
  /** When the release was counted and published, in milliseconds. */
  takenAt: number
  publishedAt: number
  /** The day it is written, as 2026年3月2日. */
  day: string
  demo: boolean
  parts: Part[]
  /** Behind the signature, each on a page of its own. */
  annexes: Part[]
}

/** Stands under the title on the page and in the file, whatever staff write. */
export const notAVote = '（意见征集结果，不等于表决）'

/** One of the seven numbered parts, or an annex. */
export interface Part {
  id: string
  /** 一、基本情况 */
  heading: string
  blocks: Block[]
}

export type Block =
  | Paragraph
  | { kind: 'heading'; text: string }
  | ({ kind: 'table' } & PlainTable)
  | { kind: 'figure'; audience: Audience; table: ResultTable; sentence: Paragraph }

export interface PlainTable {
  caption: string
  heads: string[]
  rows: string[][]
}

/** Stands where staff are to write a number. */
export const gap = '＿＿'

/** Words made from the numbers, or written by staff in their place; empty where they left it out. */
export interface Paragraph {
  kind: 'paragraph'
  /** Its own name within the report, such as `adult/Q6`. */
  id: string
  text: string
  /** What the numbers say by themselves, or a sentence with gaps. */
  made: string
  /** Only staff know what goes into the gaps; until they have filled them in, nothing is said. */
  isForm?: true
  edit?: {
    at: number
    by: string
    /** The numbers say something else now than when this was written. */
    isOld: boolean
  }
}
