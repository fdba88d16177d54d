import type { CountTable, ToldTable } from './count-table.ts'
import {
  clustersOf,
  type Earlier,
  type Limits,
  type Outcome,
  protectTables,
} from './protect-tables.ts'

/** What one edition's release may tell. */
export interface ProtectedRelease {
  /** How many answered the questionnaire, by group. */
  people: Outcome
  /** By key of table. */
  tables: Map<string, Outcome>
}

/**
 * What one edition's release may tell, given all that was told of it before. How many answered comes first:
 * of a group whose size is not told, nothing is told at all. `pause` is waited for between tables that do not
 * hang together, so that others have their turn.
 */
export async function protectRelease(
  people: CountTable,
  tables: readonly CountTable[],
  earlier: Earlier,
  limits: Limits,
  pause: () => Promise<unknown> = () => Promise.resolve(),
): Promise<ProtectedRelease> {
  const outcome = protectTables([people], earlier, limits).get(people.key) ?? { kind: 'withheld' }
  const told = outcome.kind === 'new' ? outcome.table : undefined
  // A group that was told before and is not now could be narrowed down by all tables together.
  const before = (earlier.get(people.key) ?? []).flatMap(({ counted }) =>
    counted.options.filter((group) =>
      earlier.get(people.key)?.some((table) => peopleTold(table, group) !== null),
    ),
  )
  const isGrouped = before.every((group) => peopleTold(told, group) !== null)
  const sure = tables.map(
    (table): CountTable => ({
      ...table,
      lines: table.lines.slice(0, isGrouped ? undefined : 1).map((line) => ({
        ...line,
        isUntold: peopleTold(told, line.group) === null,
      })),
    }),
  )
  const outcomes = new Map<string, Outcome>()
  for (const cluster of clustersOf(sure)) {
    for (const one of protectTables(cluster, earlier, limits)) outcomes.set(...one)
    await pause()
  }
  return { people: outcome, tables: outcomes }
}

/** How many of a group answered, or null where it is not told. */
export function peopleTold(table: ToldTable | undefined, group: string): number | null {
  const [line, told] = [table?.counted.lines[0], table?.told[0]]
  if (!table || !line || !told) return null
  if (group === 'all') return told.shown ? line.shown : null
  const at = table.counted.options.indexOf(group)
  return told.counts[at] ? (line.counts[at] ?? null) : null
}
