import { type Draft, drafted } from '../suppression/draft.ts'
import type { Cell, Linked } from '../suppression/suppress.ts'
import type { CountLine, CountTable, ToldLine, ToldTable } from './count-table.ts'
import { addUp, linkChange, linkShown } from './links.ts'
import type { Limits } from './protect-tables.ts'

/** Where the numbers of a line stand in the list of cells. */
export interface Place {
  group: string
  people: number
  /** Who were not shown it. */
  others: number
  shown: number
  answered: number
  skipped: number
  counts: number[]
}

/** New tables and everything told before of the same questions, as cells and the sums that link them. */
export interface LinkedTables extends Linked {
  /** By new table, line by line. */
  places: Place[][]
}

/** A table on the sheet, with the place of each line's numbers. */
export interface Laid {
  table: CountTable
  places: Place[]
}

/** Everybody's numbers are dearer than any group's. */
const everybodysCost = 1e7

/** Lays out what the public could know; true numbers throughout, of what is told, what may be and what is not. */
export function linkTables(
  tables: readonly CountTable[],
  before: readonly ToldTable[],
  limits: Limits,
  untold: readonly CountTable[] = [],
): LinkedTables {
  const draft = drafted()
  const laid = [
    ...before.map(({ counted, told }) => layOut(counted, told, draft, limits)),
    ...tables.map((table) => layOut(table, undefined, draft, limits)),
    ...untold.map((table) => layOut(table, [], draft, limits)),
  ]
  for (const [i, one] of laid.entries()) {
    linkShown(one, laid, draft)
    for (const later of laid.slice(i + 1)) {
      // What changed between two releases is a table too: of those who came in between.
      if (one.table.key === later.table.key) linkChange(one, later, draft)
    }
  }
  const now = laid.slice(before.length, before.length + tables.length)
  const places = now.map((one) => one.places)
  const { cells, sums } = draft
  return { cells, sums, places }
}

function layOut(
  table: CountTable,
  told: readonly ToldLine[] | undefined,
  draft: Draft,
  limits: Limits,
): Laid {
  const { sum } = draft
  const add = (value: number, fate: Cell['fate'], isEverybodys = false) =>
    draft.add(value, fate, isEverybodys ? everybodysCost + value : undefined)
  const places = table.lines.map((line, at): Place => {
    const known = told?.find(({ group }) => group === line.group)
    const isBare = line.isUntold === true || isHiddenWhole(line, table, at, limits)
    const fate = (isTold: boolean | undefined, bare = isBare): Cell['fate'] => {
      if (told !== undefined) return isTold ? 'told' : 'hidden'
      return bare ? 'hidden' : undefined
    }
    const all = at === 0
    const asked = line.people - line.shown
    const people = add(line.people, line.isUntold ? 'hidden' : 'told')
    // What everybody is shown, everybody who answered the questionnaire was shown.
    const isForAll = table.shownTo === undefined && asked === 0
    const others = add(asked, isForAll ? 'told' : 'hidden')
    const isFewShort = line.isUntold === true || (asked > 0 && asked < limits.k)
    const shownFate = isForAll && !line.isUntold ? 'told' : fate(known?.shown, isFewShort)
    const shown = add(line.shown, shownFate, all)
    const answered = add(line.answered, fate(known?.answered), all)
    const skipped = add(line.shown - line.answered, fate(known?.shown && known.answered), all)
    const counts = line.counts.map((count, option) => add(count, fate(known?.counts[option]), all))
    sum(people, [shown, others])
    sum(shown, [answered, skipped])
    if (table.kind === 'parts') sum(answered, counts)
    else {
      // Whoever did not pick an option is told by those who did; and nobody answers without a pick.
      for (const [option, count] of counts.entries()) {
        const rest = add(line.answered - (line.counts[option] ?? 0), 'hidden')
        sum(answered, [count, rest])
      }
      const picked = line.counts.reduce((all, count) => all + count, 0)
      if (picked >= line.answered) {
        const picks = add(picked, 'slack')
        sum(picks, counts)
        sum(picks, [answered, add(picked - line.answered, 'slack')])
      }
    }
    return { group: line.group, people, others, shown, answered, skipped, counts }
  })
  addUp(places, draft)
  return { table, places }
}

/** A group of which nothing but its size is told: it is small, or it is of one mind. */
function isHiddenWhole(
  { people, shown, counts, answered }: CountLine,
  { kind }: CountTable,
  at: number,
  { k, fewestAsked }: Limits,
): boolean {
  // So few were not asked that all less those asked would tell of them.
  if (shown < fewestAsked || (people > shown && people - shown < k)) return true
  const isOfOneMind = kind === 'parts' && answered > 0 && counts.some((count) => count === answered)
  return at > 0 && isOfOneMind && shown < 5 * k
}
