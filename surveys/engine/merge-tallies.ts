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
    const values = new Map(a.values)
    for (const [value, people] of b.values) values.set(value, (values.get(value) ?? 0) + people)
    return {
      kind: 'number',
      shown: a.shown + b.shown,
      answered: a.answered + b.answered,
      values: new Map([...values].sort(([x], [y]) => x - y)),
    }
  }
  if (a.kind === 'text' && b.kind === 'text') {
    return { kind: 'text', shown: a.shown + b.shown, answered: a.answered + b.answered }
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
  return {
    shown: a.shown + b.shown,
    answered: a.answered + b.answered,
    counts: a.counts.map((people, i) => people + (b.counts[i] ?? 0)),
  }
}
