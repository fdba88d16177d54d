import type { Effort } from '../suppression/linear-bounds.ts'
import { suppress } from '../suppression/suppress.ts'
import type { CountTable, ToldLine, ToldTable } from './count-table.ts'
import { type LinkedTables, linkTables } from './linked-counts.ts'

/** In people. */
export interface Limits {
  /** Fewer people than this are not told of; differences between two releases neither. */
  k: number
  /** Groups with fewer people asked than this are told of as a whole at most. */
  fewestAsked: number
}

/** What a new release may tell of one table. */
export type Outcome =
  /** The new numbers, with or without groups. */
  | { kind: 'new'; table: ToldTable }
  /** What was told last time stays, with its date: too few have come since. */
  | { kind: 'kept'; table: ToldTable }
  /** Nothing. */
  | { kind: 'withheld' }

/** What was told of a table before, oldest first. */
export type Earlier = ReadonlyMap<string, readonly ToldTable[]>

/**
 * What a release may tell, table by table, so that no count of 1 to k − 1 people can be worked out closer
 * than k from everything told now and before: cells of one table, of tables about the same people, of the
 * groups and everybody, and the difference between two releases. Where new numbers would give the newcomers
 * away, the old ones stay.
 */
export function protectTables(
  tables: readonly CountTable[],
  earlier: Earlier,
  limits: Limits,
): Map<string, Outcome> {
  const then = peopleBefore(earlier)
  const outcomes = new Map<string, Outcome>()
  for (const cluster of clustersOf(tables)) {
    for (const outcome of settle(cluster, { earlier, then, limits })) outcomes.set(...outcome)
  }
  return outcomes
}

/** Tables that hang together: who was shown the one can be read off the other. */
export function clustersOf(tables: readonly CountTable[]): CountTable[][] {
  const clusterOf = new Map<string, Set<CountTable>>()
  for (const table of tables) {
    const { shownTo } = table
    const names = [table.key]
    if (shownTo) names.push(`if ${shownTo.condition}`, ...shownTo.sources.map(({ key }) => key))
    const joined = new Set([table, ...names.flatMap((name) => [...(clusterOf.get(name) ?? [])])])
    for (const name of names) clusterOf.set(name, joined)
    for (const [name, cluster] of clusterOf)
      if (cluster !== joined && [...cluster].some((one) => joined.has(one)))
        clusterOf.set(name, joined)
  }
  return [...new Set(clusterOf.values())].map((cluster) =>
    tables.filter((table) => cluster.has(table)),
  )
}

interface Known {
  earlier: Earlier
  then: PeopleBefore
  limits: Limits
}

interface Telling {
  tables: readonly CountTable[]
  /** Counted on the same day, and not told. */
  untold: readonly CountTable[]
  before: readonly ToldTable[]
}

/** All at once if that can be had; otherwise one after the other, each with its groups, without, or not at all. */
function settle(cluster: readonly CountTable[], known: Known): [string, Outcome][] {
  const before = cluster.flatMap(({ key }) => known.earlier.get(key) ?? [])
  const effort = { left: mostEffort }
  const offered = cluster.filter(({ isUntold }) => !isUntold)
  // Numbers that are not told now may be known from before, or follow from those that are.
  const tell = (tables: readonly CountTable[], within = effort) => {
    const untold = cluster.filter(({ key }) => tables.every((table) => table.key !== key))
    return tellAll({ tables, untold, before }, known, within)
  }
  let told = offered.length > 0 ? tell(offered, { left: mostEffort }) : []
  if (!told) {
    told = []
    for (const table of offered) {
      const sofar: CountTable[] = told.map(({ counted }) => counted)
      told = tell([...sofar, table]) ?? tell([...sofar, withoutGroups(table)]) ?? told
    }
  }
  return offered.map(({ key }): [string, Outcome] => {
    const table = told.find(({ counted }) => counted.key === key)
    const last = known.earlier.get(key)?.at(-1)
    if (!table) return [key, last ? { kind: 'kept', table: last } : withheld]
    return [key, isEmpty(table) ? withheld : { kind: 'new', table }]
  })
}

const withheld: Outcome = { kind: 'withheld' }
const withoutGroups = (table: CountTable): CountTable => ({
  ...table,
  lines: table.lines.slice(0, 1),
})

/**
 * About half a second of an ordinary machine. What takes longer to protect is told without groups, or as before:
 * a release must not keep the house from its residents.
 */
const mostEffort = 6e9

/** Undefined where nothing that could be hidden now would be enough, or where it would be no news. */
function tellAll(
  { tables, untold, before }: Telling,
  { earlier, then, limits }: Known,
  effort: Effort,
): ToldTable[] | undefined {
  if (tables.some((table) => newcomersAreFew(table, then, limits.k))) return
  const linked = linkTables(tables, before, limits, untold)
  const hidden = suppress(linked, limits.k, effort)
  if (!hidden) return
  const told = tables.map((table, at) => toldOf(table, linked.places[at] ?? [], hidden))
  const isNews = told.every((table) => {
    const last = earlier.get(table.counted.key)?.at(-1)
    return !last || isWorthIt(table, last)
  })
  return isNews ? told : undefined
}

/** By group, how many people any release was of. */
type PeopleBefore = ReadonlyMap<string, ReadonlySet<number>>

function peopleBefore(earlier: Earlier): PeopleBefore {
  const then = new Map<string, Set<number>>()
  for (const { counted } of [...earlier.values()].flat()) {
    for (const { group, people } of counted.lines)
      then.set(group, (then.get(group) ?? new Set()).add(people))
  }
  return then
}

// How many answered is told with every release: where only a few came since, no number may move.
function newcomersAreFew({ lines }: CountTable, then: PeopleBefore, k: number): boolean {
  if (lines[0]?.isUntold) return true
  return lines.some(
    ({ group, people, isUntold }) =>
      !isUntold &&
      [...(then.get(group) ?? [])].some((some) => some !== people && Math.abs(people - some) < k),
  )
}

function toldOf(
  table: CountTable,
  places: LinkedTables['places'][number],
  hidden: readonly boolean[],
): ToldTable {
  const told = places.map(({ group, shown, answered, counts }): ToldLine => {
    const isTold = (at: number) => hidden[at] !== true
    return { group, shown: isTold(shown), answered: isTold(answered), counts: counts.map(isTold) }
  })
  return { counted: table, told }
}

// New numbers that hide much of what could be seen are no news.
const isWorthIt = (now: ToldTable, before: ToldTable) => cellsTold(now) >= 0.7 * cellsTold(before)

function cellsTold(table: ToldTable): number {
  const [everybody, ...groups] = table.told
  if (!everybody || isEmpty(table)) return 0
  return everybody.counts.filter(Boolean).length + (groups.length > 0 ? 0.5 : 0)
}

const isEmpty = ({ told: [everybody] }: ToldTable) =>
  !everybody?.shown || !everybody.counts.some(Boolean)
