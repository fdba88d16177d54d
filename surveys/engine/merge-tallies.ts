import type { QuestionTally, RowTally } from './tally.ts'

/** Two tallies of the same question over different people, as one. The order does not matter. */
export function mergeTallies(a: QuestionTally, b: QuestionTally): QuestionTally {
  if (a.kind === 'choice' && b.kind === 'choice') {
    return {
      ...together(a, b),
      kind: 'choice',
      dontKnow: a.dontKnow + b.dontKnow,
      picks: a.picks + b.picks,
    }
  }
  if (a.kind === 'rows' && b.kind === 'rows') {
    return { kind: 'rows', rows: a.rows.map((row, i) => mergeRows(row, b.rows[i])) }
  }
  if (a.kind === 'number' && b.kind === 'number') {
    return { kind: 'number', ...bothShown(a, b), values: mergeTimes(a.values, b.values) }
  }
  if (a.kind === 'date' && b.kind === 'date') {
    return { kind: 'date', ...bothShown(a, b), days: mergeTimes(a.days, b.days) }
  }
  if (a.kind === 'text' && b.kind === 'text') return { kind: 'text', ...bothShown(a, b) }
  if (a.kind === 'rank' && b.kind === 'rank') {
    const options = a.options.map(({ id, places, unranked }, i) => ({
      id,
      places: added(places, b.options[i]?.places),
      unranked: added(unranked, b.options[i]?.unranked),
    }))
    return { kind: 'rank', ...bothShown(a, b), options }
  }
  if (a.kind === 'budget' && b.kind === 'budget') {
    const options = a.options.map(({ id, people }, i) => ({
      id,
      people: added(people, b.options[i]?.people),
    }))
    return { kind: 'budget', ...bothShown(a, b), options }
  }
  if (a.kind === 'pin' && b.kind === 'pin') {
    const cells = a.cells.map(({ category, people }, i) => ({
      category,
      people: people.map((some, cell) => some + (b.cells[i]?.people[cell] ?? 0)),
    }))
    const areas = a.areas.map((people, i) => people + (b.areas[i] ?? 0))
    return { kind: 'pin', ...bothShown(a, b), pins: a.pins + b.pins, areas, cells }
  }
  if (a.kind === 'note' && b.kind === 'note') return a
  throw new Error(`a tally of ${a.kind} cannot be merged with one of ${b.kind}`)
}

function mergeRows(a: RowTally, b: RowTally | undefined): RowTally {
  if (a.id !== b?.id) throw new Error(`row ${a.id} has no counterpart`)
  return { ...together(a, b), id: a.id }
}

type Counted = Pick<RowTally, 'shown' | 'answered' | 'counts'>

function together(a: Counted, b: Counted): Counted {
  return { ...bothShown(a, b), counts: added(a.counts, b.counts) }
}

function bothShown(a: Omit<Counted, 'counts'>, b: Omit<Counted, 'counts'>) {
  return { shown: a.shown + b.shown, answered: a.answered + b.answered }
}

const added = (a: readonly number[], b: readonly number[] = []) =>
  a.map((people, i) => people + (b[i] ?? 0))

function mergeTimes(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>) {
  const times = new Map(a)
  for (const [value, people] of b) times.set(value, (times.get(value) ?? 0) + people)
  return new Map([...times].sort(([x], [y]) => x - y))
}
