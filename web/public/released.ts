import type { Audience } from '../../surveys/engine/definition.ts'
import type { SuggestionOutcome } from '../../surveys/engine/suggestion-steps.ts'
import type { ComparisonTable } from '../desk/results/comparison.tsx'
import type { Count, ResultTable } from '../desk/results/result-table.ts'
import type { Use } from '../desk/suggestions/suggested.ts'

/** Everything a release tells, frozen. Decisions are published by themselves, each with its own day. */
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
  /** Missing in releases from before they were told. */
  suggestions?: ReleasedSuggestion[]
}

export interface Highlight {
  audience: Audience
  question: string
}

/** What residents proposed, in a wording that two people at the desk let out, and what became of it. */
export interface ReleasedSuggestion {
  /** Under which it is registered. */
  number: number
  category: string
  wording: string
  /** Who made it; null where they are too few to be told. */
  people: Count
  unit: string
  outcome: SuggestionOutcome | null
  /** What it went into, one of seven ways. */
  adoptedAs: Use | null
  /** Empty as long as there is none. */
  reply: string
}

export interface ReleasedEdition {
  audience: Audience
  version: number
  title: string
  /** People who answered, and where; null where it is not told. */
  people: Count
  neighbourhoods: { name: string; people: Count; households: number | null }[]
  questions: ReleasedQuestion[]
  /** Chosen, and not told. */
  withheld: Withheld[]
}

export interface Withheld {
  number: string | undefined
  title: string
  /** Missing in releases from before it was told. */
  why?: WhyWithheld
}

/**
 * Too few were asked; too few answered since the release before, so that the two would tell of them; or
 * nothing of it can be told without telling of a few.
 */
type WhyWithheld = 'few' | 'newcomers' | 'hidden'

/** Withheld questions by the reason. */
export function withheldByReason({ withheld }: ReleasedEdition) {
  const reasons = new Set(withheld.map(({ why }) => why))
  return [...reasons].map((why) => ({
    ...{ why, questions: withheld.filter((one) => one.why === why) },
  }))
}

export interface ReleasedQuestion {
  /** When these numbers were counted; older than the release where too few have come since. */
  takenAt: number
  table: ResultTable
  breakdown?: { takenAt: number; table: ComparisonTable }
  /** What people wrote, in a wording that two people at the desk let out. */
  quotes?: string[]
}

/** Whether some number of these questions is not shown, so that a page says why. */
export const leavesOut = (questions: readonly ReleasedQuestion[]): boolean =>
  /"(?:base|count|n|people|value)":null|[[,]null/.test(JSON.stringify(questions))

/** The questions that are told first, in the order that was chosen. */
export function highlighted({ editions, highlights }: Released) {
  return highlights.flatMap(({ audience, question }) => {
    const edition = editions.find((one) => one.audience === audience)
    const found = edition?.questions.find(({ table }) => table.id === question)
    return edition && found ? [{ edition, question: found }] : []
  })
}
