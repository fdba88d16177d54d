import type { Audience } from '../../surveys/engine/definition.ts'
import type { ComparisonTable } from '../desk/results/comparison.tsx'
import type { Count, ResultTable } from '../desk/results/result-table.ts'

/** Everything a release tells, frozen: pages, poster, feed and files read this and nothing else. */
export interface Released {
  format: 1
  consultation: string
  title: string
  takenAt: number
  /** Who asked, and whom to ring. */
  organiser: string
  phone: string
  /** What the committee says with it, in its own words. */
  note: string
  editions: ReleasedEdition[]
  /** Told first, on the poster and where the results are embedded. */
  highlights: Highlight[]
  decisions: ReleasedDecision[]
}

export interface Highlight {
  audience: Audience
  question: string
}

/** What will be done about it, or why it cannot be done. */
export interface ReleasedDecision {
  title: string
  outcome: 'will' | 'partly' | 'cannot'
  /** What was decided, in plain words. */
  decision: string
  reason: string
  who: string
  when: string
  done: boolean
}

export interface ReleasedEdition {
  audience: Audience
  version: number
  title: string
  /** People who answered, and where; null where it is not told. */
  people: Count
  neighbourhoods: { name: string; people: Count; households: number | null }[]
  questions: ReleasedQuestion[]
  /** Chosen, and not told: too few were asked, or too few have come. */
  withheld: { number: string | undefined; title: string }[]
}

export interface ReleasedQuestion {
  /** When these numbers were counted; older than the release where too few have come since. */
  takenAt: number
  table: ResultTable
  breakdown?: { takenAt: number; table: ComparisonTable }
  /** What people wrote, in a wording that two people at the desk let out. */
  quotes?: string[]
}

/** The questions that are told first, in the order that was chosen. */
export function highlighted({ editions, highlights }: Released) {
  return highlights.flatMap(({ audience, question }) => {
    const edition = editions.find((one) => one.audience === audience)
    const found = edition?.questions.find(({ table }) => table.id === question)
    return edition && found ? [{ edition, question: found }] : []
  })
}
