import { emptyFilling, type Filling, filledTo, keptOf } from '../kept.ts'
import { maskedOptions } from '../tally-columns.ts'
import type { Grouped } from './group-columns.ts'
import type { Side } from './side.ts'

/** Having picked any of these options, by their place. */
export interface Wanted {
  side: Side
  any: readonly number[]
}

/** The atoms as a side, an option for each, with the groups they make up. */
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
  const { length } = one.side.column
  const made = partsBefore(one, two, length)
  const codesFrom = (from: number) => {
    const others = two?.side.column.subarray(from)
    const before = made.found.length
    const codes = one.side.column.subarray(from)
    const column = Uint16Array.from(codes, (first, i) => made.codeOf(first, others?.[i] ?? 0))
    if (made.found.length > before) made.grown = {}
    return column
  }
  const column = filledTo(made, length, codesFrom)
  const { found, grown } = made
  const wanted = two ? [one, two] : [one]
  return {
    side: { options: found.map((_, at) => ({ id: `a${at}` })), column, picks: 'one', grown },
    places: found.map((picks) => (picks.every((some) => some.length > 0) ? 0 : 1)),
    groups: 2,
    members: wanted.map(({ any }, at) =>
      any.map((option) => found.flatMap((picks, i) => (picks[at]?.includes(option) ? [i] : []))),
    ),
  }
}

interface Parts extends Filling {
  /** By atom, what was picked of each condition's wanted options. */
  found: number[][][]
  /** Another as soon as there are more atoms. */
  grown: object
  codeOf(first: number, second: number): number
}

function partsBefore(one: Wanted, two: Wanted | undefined, length: number): Parts {
  const [grown, about] = [one.side.grown, two ? two.side.grown : one.side.grown]
  const fresh = () => ({ ...emptyFilling(), ...parting(one, two), grown: {} })
  if (!grown || !about) return fresh()
  const known = keptOf(grown, about, `atoms ${one.any} of ${two?.any}`, fresh)
  // Fewer people than before may be in fewer atoms.
  return known.filled > length ? fresh() : known
}

/** Finds the atom of two values, and remembers those it has found. */
function parting(one: Wanted, two: Wanted | undefined): Pick<Parts, 'found' | 'codeOf'> {
  const found: number[][][] = []
  const placeOf = new Map<string, number>()
  const readers = [one, two].map((wanted) => wanted && pickedIn(wanted))
  const workOut = (values: readonly number[]): number => {
    const picks = readers.flatMap((read, at) => (read ? [read(values[at] ?? 0)] : []))
    const known = picks.flatMap((some) => (some ? [some] : []))
    if (known.length < picks.length) return 0
    const name = known.join('|')
    const place = placeOf.get(name) ?? found.push(known) - 1
    placeOf.set(name, place)
    return place + 2
  }
  // What was worked out once for two values is looked up for all who have the same.
  const seen = new Map<number, Map<number, number>>()
  return {
    found,
    codeOf(first, second) {
      const codes = seen.get(first) ?? new Map<number, number>()
      const code = codes.get(second) ?? workOut([first, second])
      if (codes.size === 0) seen.set(first, codes)
      codes.set(second, code)
      return code
    },
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
