import { binAt } from '../../../surveys/engine/compare/bins.ts'
import type { KnownMargins } from '../../../surveys/engine/compare/protect-cross-tab.ts'
import { countedAsSkipped, type Side, sideOf } from '../../../surveys/engine/compare/side.ts'
import { stepStart, stepwise } from '../../../surveys/engine/day-steps.ts'
import type { QuestionOf } from '../../../surveys/engine/definition.ts'
import { guard, smallestGroup } from '../../../surveys/engine/guard.ts'
import type { Guarded } from '../../../surveys/engine/hide-small.ts'
import { peopleIn, type Selected } from '../../../surveys/engine/histogram.ts'
import { tallyOf } from '../../../surveys/engine/kept-counts.ts'
import { crossOf } from '../../../surveys/engine/kept-cross-tab.ts'
import type { ProtectedTally } from '../../../surveys/engine/protect.ts'
import { firstsTold } from '../../../surveys/engine/protect-kinds.ts'
import { questionsOf } from '../../../surveys/engine/questions.ts'
import { drafted } from '../../../surveys/engine/suppression/draft.ts'
import { suppress } from '../../../surveys/engine/suppression/suppress.ts'
import type { QuestionTally } from '../../../surveys/engine/tally.ts'
import { areasOf } from '../results/areas.ts'
import type { Results } from '../results/results.ts'

/** A side, with what the page of results tells of it. */
export interface ToldSide {
  side: Side
  /** People by option, null where the page does not tell them. */
  counts: Guarded[]
  /** Whether those who skipped it are told. */
  skipped: boolean
  base: Guarded
}

type Counted = Pick<Results, 'edition' | 'columns' | 'audience'>

/** What is told elsewhere of one side, for everybody or for those selected. Undefined where there is no such side. */
export function toldSide(
  results: Counted,
  key: string,
  selected: Selected | undefined,
): ToldSide | undefined {
  const { edition, columns, audience } = results
  const [id = '', rowId] = key.split('.')
  const question = questionsOf(edition).get(id)
  const found = sideOf(edition, columns, key)
  if (!question || !found) return
  const k = smallestGroup(audience)
  const total = selected ? peopleIn(selected) : columns.count
  const counted = tallyOf(question, edition, columns, selected)
  const { tallied, step } = stepwise(counted, k)
  const { guarded, merged } = guard(tallied, total, k)
  // Where only a few were not shown it, the page counts them with those who skipped it, and so must we.
  const side = merged ? countedAsSkipped(found, 0) : found
  const people = peopleTold(guarded, rowId)
  const rest = { skipped: people.skipped, base: people.shown }
  switch (guarded.kind) {
    case 'choice': {
      const unsure = guarded.dontKnow
      const base = rest.base === null ? null : rest.base - (unsure ?? 0)
      // Where "don't know" is hidden, leaving it out of the base would give it away.
      const told = unsure === null ? countedAsSkipped(side, side.options.length + 2) : side
      return { side: told, counts: guarded.counts, skipped: rest.skipped, base }
    }
    case 'rows': {
      const row = guarded.rows.find((one) => one.id === rowId)
      return { side, counts: row?.counts ?? [], ...rest }
    }
    case 'rank': {
      const counts = tallied.kind === 'rank' ? firstsTold(guarded, tallied, k) : []
      return { side, counts, ...rest }
    }
    case 'budget': {
      const counts = guarded.options.map(({ givers }) =>
        guarded.answered === null ? null : givers,
      )
      return { side, counts, ...rest }
    }
    case 'number':
    case 'date': {
      const bars = guarded.kind === 'number' ? guarded.values : guarded.days
      const barOf = (value: number) => (guarded.kind === 'date' ? stepStart(value, step) : value)
      const counts = binsTold(side, valuesOf(counted), { bars, barOf, ...people }, k)
      return { side, counts, ...rest }
    }
    case 'text':
    case 'pin': {
      if (question.kind === 'pin' && question.categories)
        return { side, counts: kindsTold(results, question, side, selected), ...rest }
      const { shown, answered } = people
      const isTold = shown !== null && answered !== null
      return { side, counts: isTold ? [answered, shown - answered] : [null, null], ...rest }
    }
    case 'note':
      return
  }
}

/** The same as what is known of the margins of a cross-tab over so many people. */
export const marginsKnown = (rows: ToldSide, columns: ToldSide, both: number): KnownMargins => ({
  ...{ rows: rows.counts, columns: columns.counts },
  ...{ noRow: areSkipsKnown(rows, both), noColumn: areSkipsKnown(columns, both) },
})

/** Whether the page tells how many of just these people skipped a side. */
export const areSkipsKnown = ({ skipped, base }: ToldSide, both: number): boolean =>
  skipped && base === both

function peopleTold(guarded: ProtectedTally, rowId: string | undefined) {
  const of = guarded.kind === 'rows' ? guarded.rows.find(({ id }) => id === rowId) : guarded
  const { shown = null, answered = null } = of && 'shown' in of ? of : {}
  return { shown, answered, skipped: shown !== null && answered !== null }
}

const valuesOf = (tallied: QuestionTally): ReadonlyMap<number, number> =>
  tallied.kind === 'number' ? tallied.values : tallied.kind === 'date' ? tallied.days : new Map()

interface BarsTold {
  /** As the page has them; null where it hides one. */
  bars: ReadonlyMap<number, Guarded>
  barOf: (value: number) => number
  shown: Guarded
  skipped: boolean
}

/** People by bin, so that no bar the page hides can be worked out from them. */
function binsTold(
  { options }: Side,
  values: ReadonlyMap<number, number>,
  { bars, barOf, shown, skipped }: BarsTold,
  k: number,
): Guarded[] {
  const { cells, sums, add, sum, rest } = drafted()
  // A bar may reach over the end of a bin, as a week does: then each part of it is by itself.
  const parts = new Map<string, { bar: number; bin: number; people: number }>()
  for (const [value, people] of values) {
    const [bar, bin] = [barOf(value), binAt(value, options)]
    const before = parts.get(`${bar} ${bin}`)?.people ?? 0
    parts.set(`${bar} ${bin}`, { bar, bin, people: before + people })
  }
  const all = [...parts.values()].map((part) => ({ ...part, at: add(part.people, 'hidden') }))
  const people = (some: readonly { people: number }[]) =>
    some.reduce((total, one) => total + one.people, 0)
  const barCells = [...bars].map(([bar, count]) => {
    const mine = all.filter((part) => part.bar === bar)
    const cell = add(people(mine), count === null ? 'hidden' : 'told')
    sum(
      cell,
      mine.map(({ at }) => at),
    )
    return cell
  })
  if (shown !== null) rest(add(shown, 'told'), barCells, skipped)
  const binCells = options.map((_, bin) => {
    const mine = all.filter((part) => part.bin === bin)
    const cell = add(people(mine))
    sum(
      cell,
      mine.map(({ at }) => at),
    )
    return cell
  })
  const hidden = suppress({ cells, sums }, k)
  return binCells.map((at) => (!hidden || hidden[at] ? null : (cells[at]?.value ?? null)))
}

/** People by kind of pin, where those with one elsewhere than in a place that is told are enough as well. */
function kindsTold(
  results: Counted,
  question: QuestionOf<'pin'>,
  side: Side,
  selected: Selected | undefined,
): Guarded[] {
  const k = smallestGroup(results.audience)
  const counts = crossOf(side, side, selected).columnBases
  const places = areasOf(results, question, k, selected)?.places ?? []
  return counts.map((people, kind) => {
    const inPlaces = places.map(({ byCategory }) => byCategory[kind] ?? 0)
    const isOpen = [people, ...inPlaces.map((some) => people - some)].every(
      (some) => some === 0 || some >= k,
    )
    return isOpen ? people : null
  })
}
