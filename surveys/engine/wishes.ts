import type { Condition } from './condition.ts'

/** What one way of meeting a condition asks of one question. */
export interface Wish {
  answered: boolean
  unanswered: boolean
  /** One of each of these lists must be picked. */
  hits: readonly (readonly string[])[]
  bans: readonly string[]
  picks: readonly [least: number, most: number]
  number: readonly [least: number, most: number]
}

/** One way of meeting a condition: what it asks of each question it looks at. */
export type Way = ReadonlyMap<string, Wish>

/** More ways than this are not followed: what cannot be decided counts as possible. */
export const wayLimit = 48

/** All the ways to meet a condition, or undefined where there are too many to look at. */
export function waysToMeet(condition: Condition, wanted = true): Way[] | undefined {
  if ('not' in condition) return waysToMeet(condition.not, !wanted)
  if ('all' in condition || 'any' in condition) {
    const parts = 'all' in condition ? condition.all : condition.any
    const together = 'all' in condition === wanted
    return together ? allOf(parts, wanted) : anyOf(parts, wanted)
  }
  return [new Map([[condition.question, wishOf(condition, wanted)]])]
}

/** Two ways at once. */
export function join(a: Way, b: Way): Way {
  const joined = new Map(a)
  for (const [id, wish] of b) {
    const other = joined.get(id)
    joined.set(id, other ? both(other, wish) : wish)
  }
  return joined
}

/** Whether the wish can only be granted by an answer. */
export function isNeeded(wish: Wish): boolean {
  return wish.answered || wish.hits.length > 0 || wish.picks[0] > 0
}

const open: Wish = {
  answered: false,
  unanswered: false,
  hits: [],
  bans: [],
  picks: [0, Number.POSITIVE_INFINITY],
  number: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
}

/** The wish that a question be answered with one of these. */
export function wishFor(options: readonly string[]): Wish {
  return { ...open, answered: true, hits: [options] }
}

type Atom = Exclude<Condition, { all: Condition[] } | { any: Condition[] } | { not: Condition }>

function wishOf(atom: Atom, wanted: boolean): Wish {
  if ('answered' in atom)
    return wanted ? { ...open, answered: true } : { ...open, unanswered: true }
  if ('picks' in atom) {
    const { atLeast, atMost } = atom.picks
    if (wanted) return { ...open, picks: [atLeast ?? 0, atMost ?? Number.POSITIVE_INFINITY] }
    if (atLeast === undefined && atMost !== undefined) {
      return { ...open, picks: [Math.floor(atMost) + 1, Number.POSITIVE_INFINITY] }
    }
    if (atMost === undefined && atLeast !== undefined) {
      return { ...open, picks: [0, Math.ceil(atLeast) - 1] }
    }
    return open
  }
  if ('number' in atom) {
    const { atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY } = atom.number
    return wanted ? { ...open, answered: true, number: [atLeast, atMost] } : open
  }
  const options = 'is' in atom ? [atom.is] : 'isOneOf' in atom ? atom.isOneOf : atom.includes
  return wanted ? wishFor(options) : { ...open, bans: options }
}

function allOf(parts: readonly Condition[], wanted: boolean): Way[] | undefined {
  let ways: Way[] = [new Map()]
  for (const part of parts) {
    const more = waysToMeet(part, wanted)
    if (!more || ways.length * more.length > wayLimit) return undefined
    ways = ways.flatMap((way) => more.map((other) => join(way, other)))
  }
  return ways
}

function anyOf(parts: readonly Condition[], wanted: boolean): Way[] | undefined {
  const ways: Way[] = []
  for (const part of parts) {
    const more = waysToMeet(part, wanted)
    if (!more || ways.length + more.length > wayLimit) return undefined
    ways.push(...more)
  }
  return ways
}

function both(a: Wish, b: Wish): Wish {
  return {
    answered: a.answered || b.answered,
    unanswered: a.unanswered || b.unanswered,
    hits: [...a.hits, ...b.hits],
    bans: [...a.bans, ...b.bans],
    picks: [Math.max(a.picks[0], b.picks[0]), Math.min(a.picks[1], b.picks[1])],
    number: [Math.max(a.number[0], b.number[0]), Math.min(a.number[1], b.number[1])],
  }
}
