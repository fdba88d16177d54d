import { suppress } from '../suppression/suppress.ts'
import type { CountTable, ToldLine, ToldTable } from './count-table.ts'
import { type Draft, draftOf } from './linked-counts.ts'

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
  const outcomes = new Map<string, Outcome>()
  for (const cluster of clustersOf(tables)) {
    for (const [key, outcome] of settle(cluster, earlier, limits)) outcomes.set(key, outcome)
  }
  return outcomes
}

/** Tables that hang together: who was shown the one are those who picked something in the other. */
export function clustersOf(tables: readonly CountTable[]): CountTable[][] {
  const clusterOf = new Map<string, CountTable[]>()
  for (const table of tables) {
    const { shownTo } = table
    const known = typeof shownTo === 'object' ? clusterOf.get(shownTo.key) : undefined
    const cluster = known ?? []
    cluster.push(table)
    clusterOf.set(table.key, cluster)
  }
  return [...new Set(clusterOf.values())]
}

function settle(
  cluster: readonly CountTable[],
  earlier: Earlier,
  limits: Limits,
): Map<string, Outcome> {
  const before = cluster.flatMap(({ key }) => (earlier.get(key) ?? []).slice(-1))
  for (const tables of [cluster, cluster.map(withoutGroups)]) {
    const told = tell(tables, earlier, limits)
    if (told && (before.length === 0 || isWorthIt(told, before))) {
      return new Map(
        told.map((table) => [
          table.counted.key,
          isEmpty(table) ? withheld : { kind: 'new', table },
        ]),
      )
    }
  }
  return new Map(
    cluster.map(({ key }) => {
      const last = earlier.get(key)?.at(-1)
      return [key, last ? { kind: 'kept', table: last } : withheld]
    }),
  )
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
const mostEffort = 1.5e9

/** Undefined where nothing that could be hidden now would be enough. */
function tell(
  tables: readonly CountTable[],
  earlier: Earlier,
  { k, fewestAsked }: Limits,
): ToldTable[] | undefined {
  if (tables.some((table) => newcomersAreFew(table, earlier.get(table.key) ?? [], k))) return
  const draft = draftOf(tables, earlier, { k, fewestAsked })
  const hidden = suppress(draft, k, { left: mostEffort })
  return hidden && tables.map((table, at) => toldOf(table, draft.places[at] ?? [], hidden))
}

// How many answered is told with every release: where only a few came since, no number may move.
function newcomersAreFew({ lines }: CountTable, before: readonly ToldTable[], k: number): boolean {
  return before.some(({ counted }) =>
    lines.some(({ group, people }) => {
      const then = counted.lines.find((line) => line.group === group)
      const came = then ? Math.abs(people - then.people) : 0
      return came > 0 && came < k
    }),
  )
}

function toldOf(
  table: CountTable,
  places: Draft['places'][number],
  hidden: readonly boolean[],
): ToldTable {
  const told = places.map(({ group, shown, answered, counts }): ToldLine => {
    const isTold = (at: number) => hidden[at] !== true
    return { group, shown: isTold(shown), answered: isTold(answered), counts: counts.map(isTold) }
  })
  return { counted: table, told }
}

// New numbers that hide much of what could be seen are no news.
function isWorthIt(now: readonly ToldTable[], before: readonly ToldTable[]): boolean {
  return cellsTold(now) >= 0.7 * cellsTold(before)
}

const cellsTold = (tables: readonly ToldTable[]) =>
  tables.reduce((sum, table) => {
    const [everybody, ...groups] = table.told
    if (!everybody || isEmpty(table)) return sum
    return sum + everybody.counts.filter(Boolean).length + (groups.length > 0 ? 0.5 : 0)
  }, 0)

const isEmpty = ({ told: [everybody] }: ToldTable) =>
  !everybody?.shown || !everybody.counts.some(Boolean)
