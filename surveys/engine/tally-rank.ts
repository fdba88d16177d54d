import type { Column } from './column.ts'
import type { QuestionOf } from './definition.ts'
import { histogram, type Selected } from './histogram.ts'

/** People by the place they put each option on; and by how many they ranked, who left it out. */
export interface RankTally {
  kind: 'rank'
  shown: number
  /** Ranked at least one option. */
  answered: number
  options: { id: string; places: number[]; unranked: number[] }[]
}

/** From columns `Q9.a`, one for each option, as `columns.ts` describes them. */
export function tallyRank(
  question: QuestionOf<'rank'>,
  column: (key: string) => Column,
  selected?: Selected,
): RankTally {
  const n = question.options.length
  let shown = 0
  let answered = 0
  const options = question.options.map(({ id }) => {
    const times = histogram(column(`${question.id}.${id}`), 2 + 2 * n, selected)
    const places = [...times.subarray(2, 2 + n)]
    const unranked = [...times.subarray(2 + n)]
    // Every option has the same people: each either placed it or left it out.
    answered = [...places, ...unranked].reduce((sum, people) => sum + people, 0)
    shown = answered + (times[1] ?? 0)
    return { id, places, unranked }
  })
  return { kind: 'rank', shown, answered, options }
}

/** How dear one option is, with the people behind it. */
export interface Borda {
  id: string
  /** 0…1: 1 where everybody put it first. Undefined where nobody ranked anything. */
  borda: number | undefined
  /** Among those who ranked it, counted from 1. */
  meanRank: number | undefined
  /** People who ranked it at all, and those of them who put it first. */
  placed: number
  first: number
}

/**
 * How dear each option is. Normalised Borda count: place p of n (from 1) is worth (n − p) / (n − 1),
 * averaged over all who ranked anything. In a partial ranking the options left out share equally the
 * points of the places that are left, (n − r − 1) / 2 / (n − 1) each after r ranked: the averaged Borda
 * rule for ties at the bottom (Cullinan, Hsiao, Polett: A Borda count for partially ordered ballots,
 * Social Choice and Welfare 42, 2014).
 */
export function bordaOf({ options, answered }: RankTally): Borda[] {
  const n = options.length
  return options.map(({ id, places, unranked }) => {
    const placed = sum(places)
    const points =
      places.reduce((total, people, i) => total + people * (n - 1 - i), 0) +
      unranked.reduce((total, people, r) => total + (people * (n - r - 1)) / 2, 0)
    const ranks = places.reduce((total, people, i) => total + people * (i + 1), 0)
    return {
      id,
      borda: answered > 0 ? points / (answered * (n - 1)) : undefined,
      meanRank: placed > 0 ? ranks / placed : undefined,
      placed,
      first: places[0] ?? 0,
    }
  })
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
