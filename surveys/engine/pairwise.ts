import type { Columns } from './columns.ts'
import type { QuestionOf } from './definition.ts'

/** `before[i][j]`: people who put option i before option j; whoever ranked only one of them put it first. */
export function pairwise(
  { id, options }: QuestionOf<'rank'>,
  { count, columns }: Columns,
): number[][] {
  const n = options.length
  const places = options.map((option) => columns.get(`${id}.${option.id}`) ?? new Uint8Array(count))
  const before = options.map(() => new Array<number>(n).fill(0))
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const [one, other] = [places[i], places[j]]
      let [first, second] = [0, 0]
      for (let person = 0; person < count; person++) {
        // Places are 2 and on; whoever left an option out has a code beyond all places, one for both.
        const a = Math.min(one?.[person] ?? 0, 2 + n)
        const b = Math.min(other?.[person] ?? 0, 2 + n)
        if (a < 2 || a === b) continue
        if (a < b) first++
        else second++
      }
      const [mine, theirs] = [before[i], before[j]]
      if (mine) mine[j] = first
      if (theirs) theirs[i] = second
    }
  }
  return before
}

/** The option that more people put before each other one than after it (Condorcet 1785), if there is one. */
export function pairwiseWinner(before: readonly (readonly number[])[]): number | undefined {
  const winner = before.findIndex((row, i) =>
    row.every((people, j) => i === j || people > (before[j]?.[i] ?? 0)),
  )
  return winner < 0 ? undefined : winner
}
