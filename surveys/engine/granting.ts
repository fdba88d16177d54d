import type { Edition, Question } from './definition.ts'
import { allOptions } from './visibility.ts'
import { isNeeded, type Wish } from './wishes.ts'

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
    case 'consent':
      return least <= 1 && most >= 1 && options.some(({ id }) => hitBy(id))
    case 'multiple': {
      if (least <= 1 && most >= 1 && options.some(({ id }) => hitBy(id))) return true
      const free = options.filter((option) => !option.exclusive)
      const limit = Math.min(question.max ?? free.length, most, free.length)
      return least <= limit && fewestHits(wish.hits, new Set(free.map(({ id }) => id))) <= limit
    }
    case 'rank': {
      const most = question.most ?? options.length
      return least <= most && fewestHits(wish.hits, new Set(options.map(({ id }) => id))) <= most
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
    case 'budget':
    case 'date':
    case 'pin':
    case 'drawing':
    case 'photo':
      return true
    case 'note':
      return false
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
