import type { Draft } from '../suppression/draft.ts'
import type { ShownSource } from './count-table.ts'
import type { Laid, Place } from './linked-counts.ts'

/** Groups add up to everybody, number by number. */
export function addUp([everybody, ...groups]: readonly Place[], { sum }: Draft): void {
  if (!everybody || groups.length === 0) return
  for (const number of ['people', 'others', 'shown', 'answered', 'skipped'] as const) {
    sum(
      everybody[number],
      groups.map((group) => group[number]),
    )
  }
  everybody.counts.forEach((total, option) => {
    sum(
      total,
      groups.map(({ counts }) => counts[option] as number),
    )
  })
}

/** Who was shown a question, by the answers to others of the same day and by others with its condition. */
export function linkShown(one: Laid, laid: readonly Laid[], draft: Draft): void {
  const { shownTo } = one.table
  if (!shownTo) return
  const sameDay = laid.filter((other) => other !== one && isOfOneDay(one, other))
  const twin = sameDay.find(({ table }) => table.shownTo?.condition === shownTo.condition)
  for (const place of one.places) {
    const same = twin && placeOf(twin, place.group)
    if (same) draft.sum(place.shown, [same.shown])
    for (const source of shownTo.sources) {
      const from = sameDay.find(({ table }) => table.key === source.key)
      const people = from && placeOf(from, place.group)
      if (from && people) bind(place[source.of], partsIn(from, people, source), source.are, draft)
    }
  }
}

/** Between two releases numbers grow, or shrink where answers were deleted or corrected: nobody is told how many. */
export function linkChange(one: Laid, later: Laid, { add, sum, peopleIn }: Draft): void {
  const link = (old: number | undefined, now: number) => {
    if (old === undefined) return
    const difference = peopleIn(now) - peopleIn(old)
    const newcomers = add(Math.abs(difference), 'hidden')
    const [small, large] = difference < 0 ? [now, old] : [old, now]
    sum(large, [small, newcomers])
  }
  for (const place of later.places) {
    const before = placeOf(one, place.group)
    if (!before) continue
    for (const number of ['shown', 'answered', 'skipped'] as const)
      link(before[number], place[number])
    place.counts.forEach((count, option) => {
      const same = one.table.options.indexOf(later.table.options[option] ?? '')
      link(before.counts[same], count)
    })
  }
}

const placeOf = ({ places }: Laid, group: string) => places.find((place) => place.group === group)

const isOfOneDay = (one: Laid, other: Laid) =>
  one.table.lines.every(({ group, people }) =>
    other.table.lines.every((line) => line.group !== group || line.people === people),
  )

function partsIn({ table }: Laid, place: Place, { options }: ShownSource): number[] {
  if (!options) return [place.answered]
  return options.flatMap((option) => place.counts[table.options.indexOf(option)] ?? [])
}

function bind(
  number: number,
  parts: readonly number[],
  are: ShownSource['are'],
  { add, sum, peopleIn }: Draft,
): void {
  const more = parts.reduce((all, part) => all + peopleIn(part), 0) - peopleIn(number)
  // Numbers that were folded together do not follow the questionnaire.
  if (are === 'exactly' && more === 0) sum(number, parts)
  if (are === 'atLeast' && more <= 0) sum(number, [...parts, add(-more, 'slack')])
  if (are !== 'atMost' || more < 0) return
  const together = add(more + peopleIn(number), 'slack')
  sum(together, parts)
  sum(together, [number, add(more, 'slack')])
}
