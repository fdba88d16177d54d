import type { Column } from './column.ts'
import { type Columns, emptyLike } from './columns.ts'

/** What only grows, and so many of it: what is made of the first so many stays true for as long as `grown` is the same. */
export interface Growing {
  count: number
  grown?: object | undefined
}

/**
 * Remembers what is made of something that only grows: by what grows, by what it is about (which is told by its
 * identity: a question made anew is another), by what it is.
 */
export function keptOf<T>(grown: object, about: object, what: string, make: () => T): T {
  const abouts = kept.get(grown) ?? new WeakMap<object, Map<string, unknown>>()
  kept.set(grown, abouts)
  const all = abouts.get(about) ?? new Map<string, unknown>()
  abouts.set(about, all)
  if (all.has(what)) return all.get(what) as T
  if (all.size >= mostKept) all.clear()
  const made = make()
  all.set(what, made)
  return made
}

const kept = new WeakMap<object, WeakMap<object, Map<string, unknown>>>()
const mostKept = 32

/**
 * A count of which the part that was counted before is kept and only what has come since is added, so that the
 * cost does not depend on how many there are. The result is shared: not to be changed.
 */
export function keptCount<T>(
  { grown, count }: Growing,
  about: object,
  what: string,
  countFrom: (from: number) => T,
  merge: (a: T, b: T) => T,
): T {
  if (!grown) return countFrom(0)
  const known = keptOf(grown, about, what, (): { count: number; result?: T } => ({ count: 0 }))
  // An older view than the one last counted is rare, and not worth forgetting the newer for.
  if (known.count > count) return countFrom(0)
  if (known.result === undefined) known.result = countFrom(0)
  else if (known.count < count) known.result = merge(known.result, countFrom(known.count))
  known.count = count
  return known.result
}

/** A column worked out of others, response by response; it grows with them, and what is made of it can be kept as well. */
export function keptColumn(
  { grown, count }: Growing,
  about: object,
  what: string,
  columnFrom: (from: number) => Column,
): { column: Column; grown?: object } {
  if (!grown) return { column: columnFrom(0) }
  const made = keptOf(grown, about, what, emptyFilling)
  return { column: filledTo(made, count, columnFrom), grown: made }
}

/** A column of which the first rows are there already. */
export interface Filling {
  column: Column
  filled: number
}

/** To begin with: nothing worked out. */
export const emptyFilling = (): Filling => ({ column: new Uint8Array(0), filled: 0 })

/** The first `count` rows, after those that were missing have been worked out. Later ones do not change them. */
export function filledTo(
  made: Filling,
  count: number,
  columnFrom: (from: number) => Column,
): Column {
  if (made.filled < count) {
    const more = columnFrom(made.filled)
    if (made.filled === 0) made.column = more
    else {
      if (made.column.length < count) {
        const wider = emptyLike(more, Math.ceil(count * 1.5))
        wider.set(made.column.subarray(0, made.filled))
        made.column = wider
      }
      made.column.set(more, made.filled)
    }
    made.filled = count
  }
  return made.column.subarray(0, count)
}

/** The rows that have come after the first so many. */
export function since({ count, columns }: Columns, from: number): Columns {
  const rest = [...columns].map(([key, column]) => [key, column.subarray(from)] as const)
  return { count: count - from, columns: new Map(rest) }
}
