import {
  type Effort,
  feasibleTableau,
  highest,
  type Tableau,
  TooHard,
  vertexOf,
} from './linear-bounds.ts'

/** A number of people. */
export interface Cell {
  value: number
  /**
   * `hidden`: it is never told, or was not. `told`: it is known already. `slack`: never told and no secret, it
   * only says that something is no less than something else. Otherwise it is for us to decide.
   */
  fate?: 'hidden' | 'told' | 'slack'
  /** What hiding it costs, if not its value: hiding a total hides more than a part. */
  cost?: number
}

/** The parts add up to the total, as anybody knows. Places in the list of cells. */
export interface Sum {
  total: number
  parts: readonly number[]
}

/** Counts, and the sums anybody knows of them. */
export interface Linked {
  cells: readonly Cell[]
  sums: readonly Sum[]
}

/**
 * Which cells have to be hidden so that nobody can work out a count of 1 to k − 1 people closer than k: for
 * all that is told, each such cell may have any value of an interval at least k wide (cell suppression with
 * the feasibility interval as its measure; Handbook on Statistical Disclosure Control, ESSNet 2010, 4.2).
 * Small cells are hidden first, then the cheapest of those they stand in a sum with, until a linear program
 * says it is enough. Hiding more only widens what was found wide, so each cell is settled once. What anybody
 * could work out all the same is told in the end. Undefined where what was told before already gives a cell
 * away, or where it is too hard to say within `effort`.
 */
export function suppress(
  linked: Linked,
  k: number,
  effort: Effort = { left: Number.POSITIVE_INFINITY },
): boolean[] | undefined {
  try {
    const hidden = hideUntilWide(linked, k, effort)
    return hidden && tellWhatFollows(linked, hidden)
  } catch (error) {
    if (error instanceof TooHard) return
    throw error
  }
}

function hideUntilWide({ cells, sums }: Linked, k: number, effort: Effort): boolean[] | undefined {
  const isSmall = cells.map(({ value, fate }) => value > 0 && value < k && fate !== 'slack')
  const hidden = cells.map(
    ({ fate }, at) =>
      fate === 'hidden' || fate === 'slack' || (isSmall[at] === true && fate !== 'told'),
  )
  const sumsOf = cells.map((): number[] => [])
  sums.forEach(({ total, parts }, s) => {
    for (const at of [total, ...parts]) sumsOf[at]?.push(s)
  })
  // The smallest leave the least room, and what is hidden for them often serves the others.
  const small = cells.flatMap((_, at) => (isSmall[at] && hidden[at] ? [at] : []))
  small.sort((a, b) => (cells[a]?.value ?? 0) - (cells[b]?.value ?? 0))
  const values = cells.map(({ value }) => value)
  const working = { cells, sums, sumsOf, hidden, least: [...values], most: [...values], effort }
  const worlds = new Map<number, World>()
  for (const at of small) {
    let asked = 0
    while (widthSeen(at, working) < k) {
      let beside = cheapestInTight(at, working, k)
      if (beside === undefined) {
        const world = worlds.get(at) ?? worldOf(at, working)
        for (const cell of world.members.keys()) worlds.set(cell, world)
        widen(at, world, working, k)
        if (widthSeen(at, working) >= k) break
        beside = cheapestBeside(at, working, world.involved, 2 ** (asked++ >> 3))
      }
      if (beside.length === 0) return
      for (const next of beside) {
        hidden[next] = true
        for (const cell of touchedBy(next, working)) {
          for (const member of worlds.get(cell)?.members.keys() ?? []) worlds.delete(member)
        }
      }
    }
  }
  return hidden
}

/** The only unknown of a sum is known too; not to tell it would protect nobody, and look as if few stood behind it. */
function tellWhatFollows({ cells, sums }: Linked, hidden: readonly boolean[]): boolean[] {
  const unknown = [...hidden]
  for (let found = true; found; ) {
    found = false
    for (const { total, parts } of sums) {
      const [only, ...others] = [total, ...parts].filter((cell) => unknown[cell])
      if (only === undefined || others.length > 0) continue
      unknown[only] = false
      found = true
    }
  }
  return hidden.map((isHidden, at) => isHidden && (unknown[at] === true || !isOpen(cells[at])))
}

/** Whether it is for us to decide if it is told. */
const isOpen = (cell: Cell | undefined) => cell?.fate === undefined

interface Working extends Linked {
  hidden: readonly boolean[]
  /** By cell, the sums it stands in. */
  sumsOf: readonly (readonly number[])[]
  /** By cell, how far it reached in any world seen; what was possible stays so when more is hidden. */
  least: number[]
  most: number[]
  effort: Effort
}

const tiny = 1e-6
const widthSeen = (at: number, { least, most }: Working) =>
  (most[at] ?? 0) - (least[at] ?? 0) + tiny

/** Looks how far a cell reaches up and, if that is not enough, down; others are seen to move with it. */
function widen(at: number, { tableau, members }: World, working: Working, k: number): void {
  const { least, most } = working
  const see = () => {
    const vertex = vertexOf(tableau)
    for (const [cell, place] of members) {
      const value = vertex[place] ?? 0
      least[cell] = Math.min(least[cell] ?? value, value)
      most[cell] = Math.max(most[cell] ?? value, value)
    }
  }
  for (const sign of [1, -1] as const) {
    const end = sign * highest(tableau, members.get(at) ?? 0, sign)
    see()
    if (sign > 0) most[at] = Math.max(most[at] ?? end, end)
    if (widthSeen(at, working) >= k) return
  }
}

/** Hidden cells that hang together, with their place in the tableau that says what each could be. */
interface World {
  members: ReadonlyMap<number, number>
  involved: readonly number[]
  tableau: Tableau
}

function worldOf(at: number, working: Working): World {
  const { cells, sums } = working
  const { members, involved } = neighboursOf(at, working)
  const place = new Map(members.map((cell, i) => [cell, i]))
  const equations = involved.map((s) => {
    const { total, parts } = sums[s] as Sum
    const plus = place.has(total) ? [place.get(total) as number] : []
    const minus = parts.flatMap((part) => place.get(part) ?? [])
    const told = parts.reduce(
      (sum, part) => sum + (place.has(part) ? 0 : (cells[part]?.value ?? 0)),
      0,
    )
    return { plus, minus, value: told - (place.has(total) ? 0 : (cells[total]?.value ?? 0)) }
  })
  return {
    members: place,
    involved,
    tableau: feasibleTableau(equations, members.length, working.effort),
  }
}

/** Itself and what stands in a sum with it: a cell that is hidden joins what hung apart before. */
function touchedBy(at: number, { sums, sumsOf }: Working): number[] {
  const beside = (sumsOf[at] ?? []).map((s) => sums[s] as Sum)
  return [at, ...beside.flatMap(({ total, parts }) => [total, ...parts])]
}

/** The hidden cells that hang together with this one, and the sums they stand in. */
function neighboursOf(
  at: number,
  { sums, hidden, sumsOf }: Working,
): { members: number[]; involved: number[] } {
  const members = [at]
  const seen = new Set(members)
  const involved = new Set<number>()
  for (const cell of members) {
    for (const s of sumsOf[cell] ?? []) {
      if (involved.has(s)) continue
      involved.add(s)
      const { total, parts } = sums[s] as Sum
      for (const other of [total, ...parts]) {
        if (!hidden[other] || seen.has(other)) continue
        seen.add(other)
        members.push(other)
      }
    }
  }
  return { members, involved: [...involved] }
}

/** What to hide in a sum that by itself leaves too little room, whatever the others leave; that needs no solver. */
function cheapestInTight(at: number, working: Working, k: number): number[] | undefined {
  const { cells, sums, hidden, sumsOf } = working
  for (const s of sumsOf[at] ?? []) {
    const { total, parts } = sums[s] as Sum
    if (hidden[total]) continue
    const room = parts.reduce(
      (sum, part) => sum + (hidden[part] ? (cells[part]?.value ?? 0) : 0),
      0,
    )
    if (room >= k) continue
    const next = cheapestOf([total, ...parts], working, 1)
    if (next.length > 0) return next
  }
  return undefined
}

/**
 * What to hide next, and `most` how much of it: the solver is dear, so where eight more hidden cells were not
 * enough, several alike are hidden before it is asked again. In a sum with the cell itself if anything is left
 * there, or with those hidden with it.
 */
function cheapestBeside(
  at: number,
  working: Working,
  involved: readonly number[],
  most: number,
): number[] {
  const { sums, hidden, sumsOf } = working
  for (const some of [sumsOf[at] ?? [], involved]) {
    // A sum with one hidden cell gives it away whatever else is hidden.
    const tight = some.filter((s) => hiddenIn(sums[s] as Sum, hidden) < 2)
    for (const list of [tight, some]) {
      const beside = list.flatMap((s) => [(sums[s] as Sum).total, ...(sums[s] as Sum).parts])
      const cheapest = cheapestOf(beside, working, most)
      if (cheapest.length > 0) return cheapest
    }
  }
  return []
}

function cheapestOf(some: readonly number[], { cells, hidden }: Working, most: number): number[] {
  const open = some.filter((cell) => !hidden[cell] && cells[cell]?.fate !== 'told')
  const sorted = [...new Set(open)].sort((a, b) => costOf(cells[a]) - costOf(cells[b]) || a - b)
  const limit = 4 * costOf(cells[sorted[0] ?? -1])
  return sorted.slice(0, most).filter((cell) => costOf(cells[cell]) <= limit)
}

const hiddenIn = ({ total, parts }: Sum, hidden: readonly boolean[]) =>
  [total, ...parts].filter((cell) => hidden[cell]).length

// A hidden zero leaves room only upwards, so it comes after all that hold people.
const costOf = (cell: Cell | undefined) => cell?.cost ?? (cell?.value || 1e6)
