import type { Cell, Sum } from './suppress.ts'

/** Cells and what adds up, as they are put down one by one; a number is known by its place among the cells. */
export function drafted() {
  const cells: Cell[] = []
  const sums: Sum[] = []
  const add = (value: number, fate?: Cell['fate'], cost?: number) =>
    cells.push({ value, ...(fate && { fate }), ...(cost !== undefined && { cost }) }) - 1
  const sum = (total: number, parts: readonly number[]) => sums.push({ total, parts })
  const peopleIn = (at: number) => cells[at]?.value ?? 0
  /** A sum whose parts may leave some people over, who are a cell of their own. */
  const rest = (total: number, parts: readonly number[], isTold = false): number => {
    const others = peopleIn(total) - parts.reduce((all, at) => all + peopleIn(at), 0)
    const left = add(others, isTold ? 'told' : 'hidden')
    sum(total, [...parts, left])
    return left
  }
  return { cells, sums, add, sum, rest, peopleIn }
}

export type Draft = ReturnType<typeof drafted>
