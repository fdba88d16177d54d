import { maskedOptions } from '../tally-columns.ts'
import type { Grouped } from './group-columns.ts'
import type { Side } from './side.ts'

/** Having picked any of these options, by their place. */
export interface Wanted {
  side: Side
  any: readonly number[]
}

export interface Atoms extends Grouped {
  side: Side
  /** By condition and by each option it wants, the atoms whose people picked that. */
  members: number[][][]
}

/**
 * Parts everybody who was shown what one or two conditions are about: group 0 meets all of them, group 1 are the
 * others. Atoms are finer, people who picked the same of what is wanted, so that what each option's own table
 * tells can be held against the groups.
 */
export function atomsOf([one, two]: readonly [Wanted, Wanted?]): Atoms {
  const found: number[][][] = []
  const placeOf = new Map<string, number>()
  const readers = [one, two].map((wanted) => wanted && pickedIn(wanted))
  const codeOf = (values: readonly number[]): number => {
    const picks = readers.flatMap((read, at) => (read ? [read(values[at] ?? 0)] : []))
    const known = picks.flatMap((some) => (some ? [some] : []))
    if (known.length < picks.length) return 0
    const name = known.join('|')
    const place = placeOf.get(name) ?? found.push(known) - 1
    placeOf.set(name, place)
    return place + 2
  }
  const others = two?.side.column
  const column = new Uint16Array(one.side.column.length)
  // What was worked out once for two values is looked up for all who have the same.
  const seen = new Map<number, Map<number, number>>()
  for (let i = 0; i < column.length; i++) {
    const [first, second] = [one.side.column[i] as number, others?.[i] ?? 0]
    const codes = seen.get(first) ?? new Map<number, number>()
    const code = codes.get(second) ?? codeOf([first, second])
    if (codes.size === 0) seen.set(first, codes)
    codes.set(second, code)
    column[i] = code
  }
  const wanted = two ? [one, two] : [one]
  return {
    side: { options: found.map((_, at) => ({ id: `a${at}` })), column, picks: 'one' },
    places: found.map((picks) => (picks.every((some) => some.length > 0) ? 0 : 1)),
    groups: 2,
    members: wanted.map(({ any }, at) =>
      any.map((option) => found.flatMap((picks, i) => (picks[at]?.includes(option) ? [i] : []))),
    ),
  }
}

/** What of the wanted options a value stands for; undefined outside the base. */
function pickedIn({ side: { options, picks }, any }: Wanted) {
  return (value: number): number[] | undefined => {
    const isInside = picks === 'several' ? value > 0 : value > 0 && value < options.length + 2
    if (!isInside) return
    const picked = picks === 'several' ? maskedOptions(value) : [value - 2]
    return picked.filter((option) => any.includes(option))
  }
}
