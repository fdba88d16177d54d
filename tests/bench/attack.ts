import { attackSurveys } from '../surveys/engine/release/attack-surveys.ts'
import { amount, type Figure } from './figures.ts'

const limits = { k: 10, fewestAsked: 20 }

/** What an exact solver makes of all releases of made-up surveys, and how much of them is told at all. */
export async function attackFigures(surveys: number): Promise<Figure[]> {
  const { releases, secrets, narrowest, weakest, large, standing, grouped } = await attackSurveys(
    surveys,
    limits,
  )
  const share = standing / large
  return [
    {
      name: 'narrowest interval of a protected number',
      value: `${narrowest >= limits.k - 1e-6 ? 'at least ' : ''}${Math.round(narrowest * 10) / 10} people`,
      detail: `${amount(surveys)} surveys, ${amount(releases)} releases, ${amount(secrets)} protected numbers${weakest && `; ${weakest}`}`,
      holds: narrowest >= limits.k - 1e-6,
    },
    {
      name: 'tables of 50 people or more that are told',
      value: `${Math.floor(share * 100)} %`,
      detail: `${amount(standing)} of ${amount(large)}; ${amount(grouped)} by neighbourhood as well`,
      holds: share >= 0.7,
    },
  ]
}
