import type { Condition } from './condition.ts'
import type { Edition, Question } from './definition.ts'
import { allOptions } from './visibility.ts'

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

/** Whether there is an answer to the question that grants the wish. Only a sure "no" is no. */
export function canGrant(wish: Wish, question: Question, edition: Edition): boolean {
  const [least, most] = wish.picks
  const needed = isNeeded(wish)
  if (least > most || (wish.unanswered && needed)) return false
  if (!needed) return true
  const options = allOptions(question, edition).filter(({ id }) => !wish.bans.includes(id))
  const hitBy = (id: string) => wish.hits.every((hit) => hit.includes(id))
  switch (question.kind) {
    case 'single':
    case 'scale':
      return least <= 1 && most >= 1 && options.some(({ id }) => hitBy(id))
    case 'multiple': {
      if (least <= 1 && most >= 1 && options.some(({ id }) => hitBy(id))) return true
      const free = options.filter((option) => !option.exclusive)
      const limit = Math.min(question.max ?? free.length, most, free.length)
      return least <= limit && fewestHits(wish.hits, new Set(free.map(({ id }) => id))) <= limit
    }
    case 'matrix':
      return least <= question.rows.length && everyHit(wish.hits, options)
    case 'pair':
      return least <= question.pairs.length && everyHit(wish.hits, options)
    case 'number': {
      const low = Math.max(wish.number[0], question.min ?? Number.NEGATIVE_INFINITY)
      const high = Math.min(wish.number[1], question.max ?? Number.POSITIVE_INFINITY)
      return question.whole ? Math.ceil(low) <= Math.floor(high) : low <= high
    }
    case 'text':
      return true
    case 'note':
      return false
  }
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

/** How many picks it takes to hit every list; a low guess where trying all would take too long. */
function fewestHits(hits: readonly (readonly string[])[], free: ReadonlySet<string>): number {
  const usable = hits.map((hit) => hit.filter((id) => free.has(id)))
  if (usable.some((hit) => hit.length === 0)) return Number.POSITIVE_INFINITY
  // Lists that share nothing need a pick each, and no fewer picks will ever do.
  const taken = new Set<string>()
  let apart = 0
  for (const hit of usable.sort((a, b) => a.length - b.length)) {
    if (hit.some((id) => taken.has(id))) continue
    apart++
    for (const id of hit) taken.add(id)
  }
  return apart
}

function everyHit(
  hits: readonly (readonly string[])[],
  options: readonly { id: string }[],
): boolean {
  return hits.every((hit) => options.some(({ id }) => hit.includes(id)))
}
