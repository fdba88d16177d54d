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
      /** Both null where those who do not take part are too few to be told. */
      people: Count
      unknown: Count
      effective: number
      designEffect: number
      rounds: number
    }

/** Both columns are about the same people: those whose answers the weights are made from. */
export interface WeightedTable {
  title: string
  base: Count
  /** Who was asked this as well, but did not answer what is weighted by. */
  leftOut: Count
  rows: { label: string; count: Count; share: number | null; weighted: number | null }[]
}

export const total = ({ scanned, helped, paper }: AreaCoverage) => scanned + helped + paper

type Standing = 'far-fewer' | 'fewer' | 'alike' | 'more' | 'far-more'

/** How the people who came stand to those there should be; only under a half and over twice is alarming. */
export function standing(share: number | null, target: number | undefined): Standing | undefined {
  if (share === null || target === undefined || target === 0) return undefined
  // 0.12 of 0.15 is four fifths, which the machine's fractions just miss.
  const ratio = Math.round((share / target) * 1e9) / 1e9
  if (ratio < 0.5) return 'far-fewer'
  if (ratio < 0.8) return 'fewer'
  if (ratio <= 1.25) return 'alike'
  return ratio <= 2 ? 'more' : 'far-more'
}

export function standingName(standing: Standing | undefined): string {
  switch (standing) {
    case 'far-fewer':
      return '少得多'
    case 'fewer':
      return '偏少'
    case 'alike':
      return '差不多'
    case 'more':
      return '偏多'
    case 'far-more':
      return '多得多'
    case undefined:
      return ''
  }
}

/** Who has not been heard, in a sentence. Neighbourhoods keep their order on the map: they are not ranked. */
export function unheard(
  areas: readonly AreaCoverage[],
  compositions: readonly Composition[],
): string {
  if (areas.every((area) => total(area) === 0) && compositions.every(({ base }) => base === 0))
    return '还没有人回答，说不上谁还没说。'
  const groups = (is: Standing) =>
    compositions.flatMap(({ categories }) =>
      categories.filter(({ share, target }) => standing(share, target) === is),
    )
  const known = areas.flatMap((area) =>
    area.households ? [{ ...area, households: area.households }] : [],
  )
  const answers = known.reduce((sum, area) => sum + total(area), 0)
  const households = known.reduce((sum, area) => sum + area.households, 0)
  const quiet = known.filter((area) => {
    const share = answers > 0 ? total(area) / answers : null
    return standing(share, area.households / households) === 'far-fewer'
  })
  const parts = [
    ...named(groups('far-fewer'), '来的人不到应有的一半'),
    ...named(groups('fewer'), '来的人偏少'),
    ...named(
      quiet.map(({ name }) => ({ label: name })),
      '每百户收到的不到各居民区合起来的一半',
    ),
  ]
  if (parts.length > 0) return `${parts.join('；')}。可以再上门、再放纸质问卷。`
  if (known.length > 0 || compositions.some(isGraded))
    return '按填了的户数和构成看，没有哪一群人明显缺席。'
  return compositions.some(({ isSet }) => isSet)
    ? '有的格子不显示，还比不出谁没说。'
    : '先填户数和应有的构成，才知道还没听到谁说。'
}

const isGraded = ({ categories }: Composition) =>
  categories.some(({ share, target }) => standing(share, target) !== undefined)

const named = (some: readonly { label: string }[], how: string): string[] =>
  some.length > 0 ? [`${some.map(({ label }) => `「${label}」`).join('、')}${how}`] : []
