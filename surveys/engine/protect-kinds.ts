import { type Guarded, hideSmall } from './hide-small.ts'
import { type BudgetTally, stickersGiven } from './tally-budget.ts'
import type { PinTally } from './tally-pins.ts'
import { bordaOf, type RankTally } from './tally-rank.ts'

export interface GuardedRank {
  options: {
    id: string
    /** 0…100 */
    borda: Guarded
    /** To a tenth. */
    meanRank: Guarded
    first: Guarded
  }[]
}

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
  const enough = k <= 1 || tallied.answered >= Math.max(k, fewestForMean)
  const firsts = hideSmall(
    orders.map(({ first }) => first),
    k,
  )
  return {
    options: orders.map(({ id, borda, meanRank }, i) => ({
      id,
      borda: enough && borda !== undefined ? Math.round(borda * 100) : null,
      meanRank: enough && meanRank !== undefined ? tenth(meanRank) : null,
      first: firsts[i] ?? null,
    })),
  }
}

/**
 * Means and shares, where nobody's stickers make up more than half of what an option was given. Shares
 * add up to a hundred, so a lone hidden one takes the next smallest with it.
 */
export function protectBudget({ answered, options }: BudgetTally, k: number): GuardedBudget {
  const enough = k <= 1 || answered >= Math.max(k, fewestForMean)
  const given = options.map(({ people }) => stickersGiven(people))
  const all = given.reduce((sum, stickers) => sum + stickers, 0)
  const hidden = new Set(options.flatMap(({ people }, i) => (isOnes(people, k) ? [i] : [])))
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

/** Whether more than half of an option's stickers come from one person. */
function isOnes(people: readonly number[], k: number): boolean {
  const given = stickersGiven(people)
  const most = people.reduce((top, some, stickers) => (some > 0 ? stickers : top), 0)
  return k > 1 && given > 0 && most > given / 2
}

/** Squares and areas with fewer than k people are left blank, and then the number of pins as well. */
export function protectPins({ pins, areas, cells }: PinTally, k: number) {
  const guarded = (people: Uint32Array): Guarded[] =>
    Array.from(people, (some) => (some > 0 && some < k ? null : some))
  const kept = {
    areas: guarded(areas),
    cells: cells.map(({ category, people }) => ({ category, people: guarded(people) })),
  }
  const whole = !kept.areas.includes(null)
  return { ...kept, pins: whole ? pins : null }
}

const tenth = (value: number) => Math.round(value * 10) / 10
