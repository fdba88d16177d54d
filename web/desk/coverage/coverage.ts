import type { Count } from '../results/result-table.ts'

/** How many answered in a neighbourhood, by the way they came. */
export interface AreaCoverage {
  id: string
  name: string
  households: number | null
  scanned: number
  helped: number
  paper: number
}

/** Who answered, beside who lives there. */
export interface Composition {
  id: string
  title: string
  base: Count
  isSet: boolean
  categories: {
    id: string
    label: string
    count: Count
    share: number | null
    /** From 0 to 1; undefined where nobody typed it in. */
    target: number | undefined
  }[]
}

export type Weighting =
  | { kind: 'no-targets' }
  | { kind: 'too-few'; label: string }
  | { kind: 'out-of-reach' }
  | { kind: 'too-uneven'; designEffect: number }
  | {
      kind: 'weighted'
      by: string[]
      people: number
      unknown: number
      effective: number
      designEffect: number
      rounds: number
    }

export interface WeightedTable {
  title: string
  base: Count
  rows: { label: string; count: Count; share: number | null; weighted: number | null }[]
}

export const total = ({ scanned, helped, paper }: AreaCoverage) => scanned + helped + paper

/** Half as many as there should be, or fewer; twice as many, or more. */
export function standing(share: number | null, target: number | undefined) {
  if (share === null || target === undefined || target === 0) return undefined
  const ratio = share / target
  return ratio < 0.5 ? 'few' : ratio > 2 ? 'many' : 'fair'
}

/** Who has not been heard, in a sentence. */
export function unheard(
  areas: readonly AreaCoverage[],
  compositions: readonly Composition[],
): string {
  const groups = compositions.flatMap(({ categories }) =>
    categories.filter(({ share, target }) => standing(share, target) === 'few'),
  )
  const known = areas.filter(({ households }) => households)
  const rate = (area: AreaCoverage) => total(area) / (area.households ?? 1)
  const [least, ...others] = [...known].sort((a, b) => rate(a) - rate(b))
  const parts = [
    ...(groups.length > 0
      ? [`${groups.map(({ label }) => `「${label}」`).join('、')}来的人不到应有的一半`]
      : []),
    ...(least && others.length > 0
      ? [`${least.name}每百户只收到 ${Math.round(100 * rate(least))} 份，最少`]
      : []),
  ]
  if (parts.length > 0) return `${parts.join('；')}。可以再上门、再放纸质问卷。`
  return known.length === 0 && !compositions.some(({ isSet }) => isSet)
    ? '先填户数和应有的构成，才知道还没听到谁说。'
    : '按填了的户数和构成看，没有哪一群人明显缺席。'
}
