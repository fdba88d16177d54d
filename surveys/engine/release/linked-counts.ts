import type { Cell, Linked, Sum } from '../suppression/suppress.ts'
import type { CountLine, CountTable, ToldLine, ToldTable } from './count-table.ts'

/** Where the numbers of a line stand in the list of cells. */
interface Place {
  group: string
  shown: number
  answered: number
  skipped: number
  counts: number[]
}

/** New tables and everything told before of the same questions, as cells and the sums that link them. */
export interface Draft extends Linked {
  /** By new table, line by line. */
  places: Place[][]
}

interface Laid {
  table: CountTable
  places: Place[]
}

/** Everybody's numbers are dearer than any group's. */
const everybodysCost = 1e7

/** Lays out what the public could know; true numbers throughout, of what is told and what is not. */
export function draftOf(
  tables: readonly CountTable[],
  earlier: ReadonlyMap<string, readonly ToldTable[]>,
  limits: { k: number; fewestAsked: number },
): Draft {
  const cells: Cell[] = []
  const sums: Sum[] = []
  const releases = releasesOf(tables, earlier)
  const laid = releases.map(({ counted, told }) => layOut(counted, told, cells, sums, limits))
  const now = laid.slice(laid.length - tables.length)
  // Who was shown a question are those who picked something in another, as long as both are of one day.
  for (const one of laid) {
    const { shownTo } = one.table
    if (typeof shownTo !== 'object') continue
    const source = laid.find((other) => other.table.key === shownTo.key && isOfOneDay(one, other))
    if (source) linkShown(one, source, shownTo.options, sums)
  }
  // What changed between two releases is a table too: of those who came in between.
  for (const [i, one] of laid.entries()) {
    for (const later of laid.slice(i + 1)) {
      if (one.table.key === later.table.key) linkChange(one, later, cells, sums)
    }
  }
  return { cells, sums, places: now.map(({ places }) => places) }
}

interface Version {
  counted: CountTable
  told?: readonly ToldLine[]
}

// Oldest first, the new ones last.
function releasesOf(
  tables: readonly CountTable[],
  earlier: ReadonlyMap<string, readonly ToldTable[]>,
): Version[] {
  return [
    ...tables.flatMap(({ key }) => earlier.get(key) ?? []),
    ...tables.map((counted) => ({ counted })),
  ]
}

function layOut(
  table: CountTable,
  told: readonly ToldLine[] | undefined,
  cells: Cell[],
  sums: Sum[],
  limits: { k: number; fewestAsked: number },
): Laid {
  const add = (value: number, fate?: Cell['fate'], isEverybodys = false) =>
    cells.push({
      value,
      ...(fate && { fate }),
      ...(isEverybodys && { cost: everybodysCost + value }),
    }) - 1
  const places = table.lines.map((line, at): Place => {
    const known = told?.find(({ group }) => group === line.group)
    const fate = (isTold: boolean | undefined): Cell['fate'] =>
      told === undefined ? undefined : isTold ? 'told' : 'hidden'
    const isBare = told === undefined && isHiddenWhole(line, table, at, limits)
    const all = at === 0
    const isAll = line.shown === line.people
    const isFewShort =
      told === undefined && line.people - line.shown > 0 && line.people - line.shown < limits.k
    const shownFate = (isAll && line.isUntold) || isFewShort ? 'hidden' : fate(known?.shown)
    const shown = add(line.shown, shownFate, all)
    const answered = add(line.answered, isBare ? 'hidden' : fate(known?.answered), all)
    const skipped = add(
      line.shown - line.answered,
      isBare ? 'hidden' : fate(known?.shown && known.answered),
      all,
    )
    sums.push({ total: shown, parts: [answered, skipped] })
    const counts = line.counts.map((count, option) =>
      add(count, isBare ? 'hidden' : fate(known?.counts[option]), all),
    )
    if (table.kind === 'parts') sums.push({ total: answered, parts: counts })
    else {
      // Whoever did not pick an option is told by those who did.
      for (const [option, count] of counts.entries()) {
        const others = add(line.answered - (line.counts[option] ?? 0), 'hidden')
        sums.push({ total: answered, parts: [count, others] })
      }
    }
    if (!line.isUntold) withOthers(shown, line, cells, sums)
    return { group: line.group, shown, answered, skipped, counts }
  })
  addUp(places, sums)
  return { table, places }
}

// How many answered the questionnaire is told elsewhere; less those who were asked, it tells who were not.
function withOthers(shown: number, line: CountLine, cells: Cell[], sums: Sum[]): void {
  const people = cells.push({ value: line.people, fate: 'told' }) - 1
  const others = cells.push({ value: line.people - line.shown, fate: 'hidden' }) - 1
  sums.push({ total: people, parts: [shown, others] })
}

/** A group of which nothing but its size is told: it is small, or it is of one mind. */
function isHiddenWhole(
  { people, shown, counts, answered }: CountLine,
  { kind }: CountTable,
  at: number,
  { k, fewestAsked }: { k: number; fewestAsked: number },
): boolean {
  // So few were not asked that all less those asked would tell of them.
  if (shown < fewestAsked || (people > shown && people - shown < k)) return true
  const isOfOneMind = kind === 'parts' && answered > 0 && counts.some((count) => count === answered)
  return at > 0 && isOfOneMind && shown < 5 * k
}

// Groups add up to everybody, number by number.
function addUp([everybody, ...groups]: Place[], sums: Sum[]): void {
  if (!everybody || groups.length === 0) return
  for (const number of ['shown', 'answered', 'skipped'] as const) {
    sums.push({ total: everybody[number], parts: groups.map((group) => group[number]) })
  }
  everybody.counts.forEach((total, option) => {
    sums.push({ total, parts: groups.map(({ counts }) => counts[option] as number) })
  })
}

const isOfOneDay = (one: Laid, other: Laid) =>
  one.table.lines.every(({ group, people }) =>
    other.table.lines.every((line) => line.group !== group || line.people === people),
  )

function linkShown(one: Laid, source: Laid, options: readonly string[], sums: Sum[]): void {
  const at = options.map((option) => source.table.options.indexOf(option))
  for (const place of one.places) {
    const from = source.places.find(({ group }) => group === place.group)
    if (from)
      sums.push({ total: place.shown, parts: at.map((option) => from.counts[option] as number) })
  }
}

function linkChange(one: Laid, later: Laid, cells: Cell[], sums: Sum[]): void {
  for (const place of later.places) {
    const before = one.places.find(({ group }) => group === place.group)
    if (!before) continue
    const pairs: [number, number][] = [
      [before.shown, place.shown],
      [before.answered, place.answered],
      [before.skipped, place.skipped],
      ...place.counts.flatMap((count, option): [number, number][] => {
        const same = one.table.options.indexOf(later.table.options[option] ?? '')
        const old = before.counts[same]
        return old === undefined ? [] : [[old, count]]
      }),
    ]
    for (const [old, now] of pairs) change(old, now, cells, sums)
  }
}

// Answers that were deleted or corrected can make a number smaller; either way nobody is told how many.
function change(old: number, now: number, cells: Cell[], sums: Sum[]): void {
  const difference = (cells[now]?.value ?? 0) - (cells[old]?.value ?? 0)
  const newcomers = cells.push({ value: Math.abs(difference), fate: 'hidden' }) - 1
  const [small, large] = difference < 0 ? [now, old] : [old, now]
  sums.push({ total: large, parts: [small, newcomers] })
}
