import type { SuggestionFigures } from '../../db/reports.ts'
import type { Block, Paragraph } from '../../web/desk/report/report.ts'
import type { Released, ReleasedEdition } from '../../web/public/released.ts'

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
  now: number
  suggestions: SuggestionFigures
  /** Residents' words that a second person has let out. */
  quotes: { seq: number; text: string }[]
}

export const editionOf = (
  { released }: Pick<ReportFacts, 'released'>,
  audience: 'adult' | 'child',
): ReleasedEdition | undefined => released.editions.find((one) => one.audience === audience)

/** A paragraph as the numbers make it; what staff wrote in its place is put in later. */
export function paragraph(id: string, made: string): Paragraph {
  return { kind: 'paragraph', id, text: made, made }
}

export const heading = (text: string): Block => ({ kind: 'heading', text })

export const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
