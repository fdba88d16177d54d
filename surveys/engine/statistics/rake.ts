import { kish, type WeightingCost } from './kish.ts'

/** People who have one category of every margin in common. */
export interface RakeCell {
  people: number
  /** Their category in each margin, as its place. */
  categories: readonly number[]
}

/** Weights, or why there are none. */
export type Raked =
  | ({
      kind: 'weighted'
      /** One for each cell, 1 on average over people. */
      weights: number[]
      rounds: number
    } & WeightingCost)
  /** A category has too few people to speak for all the others like them. */
  | { kind: 'too-few'; margin: number; category: number; people: number }
  /** The targets cannot be met with weights within bounds. */
  | { kind: 'out-of-reach' }
  /** It would make few people speak for too many. */
  | { kind: 'too-uneven'; designEffect: number }

/** Bounds of weighting; each has a usual value. */
export interface RakeOptions {
  /** How far a weight may go; 1 is everybody's. */
  least?: number
  most?: number
  /** Fewer people in a category than this are not weighted. */
  fewest?: number
  /** Weighting that costs more than this is refused. */
  mostEffect?: number
}

const tolerance = 1e-6
/** Where rounds are left, they go on to here. */
const enough = 1e-10
const mostRounds = 50

/**
 * Weights with which every margin has its target share: iterative proportional fitting, Deming & Stephan
 * (1940), Annals of Mathematical Statistics 11, 427–444, at most 50 rounds, until no margin is off by more
 * than 1e-6 of its target. Weights are kept between 0.3 and 3 in each round. `targets[m][c]` is the share of
 * category c in margin m; each margin's are scaled to add up to 1.
 */
export function rake(
  cells: readonly RakeCell[],
  targets: readonly (readonly number[])[],
  { least = 0.3, most = 3, fewest = 10, mostEffect = 3 }: RakeOptions = {},
): Raked {
  const all = cells.reduce((sum, { people }) => sum + people, 0)
  const wanted = targets.map((shares) => {
    const sum = shares.reduce((total, share) => total + share, 0)
    return shares.map((share) => (share / sum) * all)
  })
  for (const [margin, categories] of wanted.entries()) {
    const counted = peopleBy(cells, margin, categories.length)
    const category = counted.findIndex((people) => people < fewest)
    if (category >= 0) return { kind: 'too-few', margin, category, people: counted[category] ?? 0 }
  }
  const weights = cells.map(() => 1)
  let rounds = 0
  let gap = Number.POSITIVE_INFINITY
  while (rounds < mostRounds && gap > enough) {
    rounds++
    wanted.forEach((goal, margin) => {
      const now = peopleBy(cells, margin, goal.length, weights)
      cells.forEach(({ categories }, i) => {
        const at = categories[margin] ?? 0
        weights[i] = ((weights[i] ?? 0) * (goal[at] ?? 0)) / (now[at] || 1)
      })
    })
    weights.forEach((weight, i) => {
      weights[i] = Math.min(most, Math.max(least, weight))
    })
    gap = largestGap(cells, wanted, weights)
  }
  if (gap > tolerance) return { kind: 'out-of-reach' }
  const cost = kish(cells.map(({ people }, i) => ({ people, weight: weights[i] ?? 1 })))
  if (cost.designEffect > mostEffect) {
    return { kind: 'too-uneven', designEffect: cost.designEffect }
  }
  return { kind: 'weighted', weights, rounds, ...cost }
}

function peopleBy(
  cells: readonly RakeCell[],
  margin: number,
  size: number,
  weights?: readonly number[],
): number[] {
  const people = new Array<number>(size).fill(0)
  cells.forEach((cell, i) => {
    const at = cell.categories[margin] ?? 0
    people[at] = (people[at] ?? 0) + cell.people * (weights?.[i] ?? 1)
  })
  return people
}

/** How far the worst margin is off, as a part of its target. */
function largestGap(
  cells: readonly RakeCell[],
  wanted: readonly (readonly number[])[],
  weights: readonly number[],
): number {
  const gaps = wanted.flatMap((goal, margin) => {
    const now = peopleBy(cells, margin, goal.length, weights)
    return goal.map((people, at) => Math.abs((now[at] ?? 0) - people) / (people || 1))
  })
  return Math.max(0, ...gaps)
}
