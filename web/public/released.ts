import type { Audience } from '../../surveys/engine/definition.ts'
import type { ComparisonTable } from '../desk/results/comparison.tsx'
import type { Count, ResultTable } from '../desk/results/result-table.ts'

/** Everything a release tells, frozen: pages, poster, feed and files read this and nothing else. */
export interface Released {
  format: 1
  consultation: string
  takenAt: number
  editions: ReleasedEdition[]
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
}
