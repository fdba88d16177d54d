import { type Guarded, hideSmall } from './hide-small.ts'
import { type BudgetTally, stickersGiven } from './tally-budget.ts'
import { bordaOf, type RankTally } from './tally-rank.ts'

/** What may be told of a ranking; null is hidden. */
export interface GuardedRank {
  options: {
    id: string
    /** 0…100 */
    borda: Guarded
    /** Among those who ranked it, to a tenth. */
    meanRank: Guarded
    first: Guarded
  }[]
}

/** What may be told of stickers; null is hidden. */
export interface GuardedBudget {
  options: {
    id: string
    /** Stickers a person gave it, to a tenth. */
    mean: Guarded
    /** Of all stickers that were given, in percent. */
    share: Guarded
    /** People who gave it any. */
    givers: Guarded
  }[]
}

/** A mean of so few people says too much about each. */
const fewestForMean = 10

/**
 * How dear each option is, without the places behind it: those add up both ways, along the options and
 * along the places, and hidden ones could be worked out.
 */
export function protectRank(tallied: RankTally, k: number): GuardedRank {
  const orders = bordaOf(tallied)
  const firsts = hideSmall(
    orders.map(({ first }) => first),
    k,
  )
  return {
    options: orders.map(({ id, borda, meanRank, placed }, i) => ({
      id,
      borda: borda !== undefined && areEnough(tallied.answered, k) ? Math.round(borda * 100) : null,
      meanRank: meanRank !== undefined && areEnough(placed, k) ? tenth(meanRank) : null,
      first: firsts[i] ?? null,
    })),
  }
}

/** People by what they put first. First places and those who skipped add up to those who were asked. */
export function firstsTold(
  { shown }: { shown: Guarded },
  { answered, options }: RankTally,
  k: number,
): Guarded[] {
  const firsts = options.map(({ places: [first = 0] }) => first)
  if (shown === null) return firsts.map(() => null)
  const [, ...told] = hideSmall([shown - answered, ...firsts], k)
  return told
}

/**
 * Means and shares, where enough people gave an option stickers and none of them more than half of it.
 * Shares add up to a hundred, so a lone hidden one takes the next smallest with it.
 */
export function protectBudget({ answered, options }: BudgetTally, k: number): GuardedBudget {
  const enough = areEnough(answered, k)
  const given = options.map(({ people }) => stickersGiven(people))
  const all = given.reduce((sum, stickers) => sum + stickers, 0)
  const hidden = new Set(options.flatMap(({ people }, i) => (isOfFew(people, k) ? [i] : [])))
  if (hidden.size === 1) {
    const rest = given.map((stickers, i) => ({ stickers, i })).filter(({ i }) => !hidden.has(i))
    const next = rest.filter(({ stickers }) => stickers > 0).sort((a, b) => a.stickers - b.stickers)
    if (next[0]) hidden.add(next[0].i)
  }
  return {
    options: options.map(({ id, people }, i) => {
      const told = enough && !hidden.has(i)
      const stickers = given[i] ?? 0
      const none = people[0] ?? 0
      const [givers = null] = hideSmall([answered - none, none], k)
      return {
        id,
        mean: told && answered > 0 ? tenth(stickers / answered) : null,
        share: told && all > 0 ? Math.round((100 * stickers) / all) : null,
        givers,
      }
    }),
  }
}

/** Whether an option's stickers come from so few people, or more than half of them from one. */
function isOfFew([, ...givers]: readonly number[], k: number): boolean {
  const people = givers.reduce((sum, some) => sum + some, 0)
  const most = givers.reduce((top, some, i) => (some > 0 ? i + 1 : top), 0)
  return k > 1 && people > 0 && (people < k || most > stickersGiven([0, ...givers]) / 2)
}

const areEnough = (people: number, k: number) => k <= 1 || people >= Math.max(k, fewestForMean)
const tenth = (value: number) => Math.round(value * 10) / 10
