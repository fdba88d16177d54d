import type { Limits } from '../../../../surveys/engine/release/protect-tables.ts'
import { attack } from './attack.ts'
import { inventedRound } from './invented-round.ts'

export interface Attacked {
  releases: number
  secrets: number
  /** As in `Attack`, of all surveys. */
  narrowest: number
  /** Which number of which survey that was. */
  weakest: string
  /** Tables of questions that fifty people or more were asked, how many of them stand on the page, and with groups. */
  large: number
  standing: number
  grouped: number
}

/** Publishes and attacks that many made-up surveys, the first with seed 1. */
export async function attackSurveys(surveys: number, limits: Limits): Promise<Attacked> {
  const result: Attacked = {
    ...{ releases: 0, secrets: 0, narrowest: Number.POSITIVE_INFINITY, weakest: '' },
    ...{ large: 0, standing: 0, grouped: 0 },
  }
  for (let seed = 1; seed <= surveys; seed++) {
    const round = await inventedRound(seed, limits)
    const { secrets, narrowest, weakest } = await attack(round, limits.k)
    result.secrets += secrets
    result.releases += round.length
    if (narrowest < result.narrowest) {
      result.narrowest = narrowest
      result.weakest = weakest && `${weakest} of survey ${seed}`
    }
    for (const { tables, standing, published } of round) {
      const large = tables.filter(({ lines }) => (lines[0]?.shown ?? 0) >= 50)
      result.large += large.length
      result.standing += large.filter(({ key }) => standing.has(key)).length
      result.grouped += published.filter(({ told }) => told.length > 1).length
    }
  }
  return result
}
