import type { SuggestionFigures } from '../../db/suggestion-figures.ts'
import type { Audience, Edition } from '../../surveys/engine/definition.ts'
import type { Block, Paragraph } from '../../web/desk/report/report.ts'
import type { Decided } from '../../web/public/decided.ts'
import type { Released, ReleasedEdition } from '../../web/public/released.ts'
import type { FileRow } from '../exports/result-rows.ts'

/** All that a report is made of: a published release, and what has been made public beside it. */
export interface ReportFacts {
  consultation: {
    id: string
    title: string
    background: string
    opensAt: number
    closesAt: number
    organiser: string
  }
  released: Released
  publishedAt: number
  /** Nothing of this consultation was published before. */
  isFirst: boolean
  /** The release before this one that still stands. */
  before: Released | undefined
  /** Published by themselves, up to now. */
  decisions: readonly Decided[]
  now: number
  suggestions: SuggestionFigures
  /** Residents' words that a second person has let out. */
  quotes: { seq: number; text: string }[]
  /** What came in and does not count, by version as in `adult/1`, and whether any came on paper. */
  received: { excluded: Record<string, number>; hasPaper: boolean }
  /** The questionnaires that the release is about, as they were frozen. */
  asked: { audience: Audience; version: number; edition: Edition }[]
  /** Lines of the register whose wording was let out. */
  ledger: FileRow[]
}

export const editionOf = (
  { released }: Pick<ReportFacts, 'released'>,
  audience: 'adult' | 'child',
): ReleasedEdition | undefined => released.editions.find((one) => one.audience === audience)

/** A paragraph as the numbers make it; what staff wrote in its place is put in later. */
export function paragraph(id: string, made: string): Paragraph {
  return { kind: 'paragraph', id, text: made, made }
}

/** A sentence with gaps for staff to fill in: it does not stand in the report before they have. */
export const form = (id: string, made: string): Paragraph => ({
  ...{ kind: 'paragraph', id, text: '', made, isForm: true },
})

export const heading = (text: string): Block => ({ kind: 'heading', text })

export const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
