/** Σ of the variables at `plus` less those at `minus` is `value`. Variables are never negative. */
export interface Equation {
  plus: readonly number[]
  minus: readonly number[]
  value: number
}

const tiny = 1e-7

/** A vertex of what equations allow, from which any variable can be followed to its largest or smallest. */
export interface Tableau {
  /** One row for each basic variable: coefficients of all variables, then the value. */
  rows: Float64Array[]
  basis: number[]
  variables: number
  effort: Effort
}

/** How many numbers may still be looked at; what is asked beyond it throws `TooHard`. */
export interface Effort {
  left: number
}

/** Thrown where the effort is used up before the answer is known. */
export class TooHard extends Error {}

/**
 * The largest value of `sign` times a variable while all equations hold and no variable is negative: what
 * anybody can work out with a linear solver, exactly. Leaves the tableau at that vertex.
 */
export function highest(tableau: Tableau, target: number, sign: 1 | -1): number {
  const cost = new Float64Array(tableau.variables + 1)
  cost[target] = sign
  const at = tableau.basis.indexOf(target)
  if (at >= 0) {
    const row = tableau.rows[at] as Float64Array
    for (let j = 0; j <= tableau.variables; j++) cost[j] = (cost[j] ?? 0) - sign * (row[j] ?? 0)
  }
  return climb(tableau, cost) ? -(cost[tableau.variables] ?? 0) : Number.POSITIVE_INFINITY
}

/** The vertex the tableau stands at, by variable. */
export function vertexOf({ rows, basis, variables }: Tableau): Float64Array {
  const vertex = new Float64Array(variables)
  basis.forEach((at, r) => {
    vertex[at] = rows[r]?.[variables] ?? 0
  })
  return vertex
}

/**
 * A vertex of what the equations allow; they must have a solution. A dense two-phase simplex: artificial
 * variables, one for each equation, are driven out. Made for some hundred variables.
 */
export function feasibleTableau(
  equations: readonly Equation[],
  variables: number,
  effort: Effort = { left: Number.POSITIVE_INFINITY },
): Tableau {
  const count = equations.length
  const width = variables + count
  const rows = equations.map(({ plus, minus, value }, r) => {
    const row = new Float64Array(width + 1)
    const sign = value < 0 ? -1 : 1
    for (const at of plus) row[at] = (row[at] ?? 0) + sign
    for (const at of minus) row[at] = (row[at] ?? 0) - sign
    row[variables + r] = 1
    row[width] = sign * value
    return row
  })
  const basis = equations.map((_, r) => variables + r)
  const tableau = { rows, basis, variables: width, effort }
  const cost = new Float64Array(width + 1)
  for (const row of rows) {
    for (let j = 0; j <= width; j++)
      if (j < variables || j === width) cost[j] = (cost[j] ?? 0) + (row[j] ?? 0)
  }
  climb(tableau, cost)
  // What is left of the artificial ones stands at zero: it is exchanged, or its equation said nothing new.
  const kept: number[] = []
  basis.forEach((at, r) => {
    if (at < variables) {
      kept.push(r)
      return
    }
    const other = (rows[r] as Float64Array).findIndex(
      (value, j) => j < variables && Math.abs(value) > tiny,
    )
    if (other < 0) return
    pivot(tableau, r, other)
    kept.push(r)
  })
  return {
    rows: kept.map((r) => {
      const row = rows[r] as Float64Array
      const short = new Float64Array(variables + 1)
      short.set(row.subarray(0, variables))
      short[variables] = row[width] ?? 0
      return short
    }),
    basis: kept.map((r) => basis[r] as number),
    variables,
    effort,
  }
}

/**
 * Moves along edges while that raises the value; `cost` holds what each variable adds. False: no end to it.
 * The steepest edge first; after many steps the first that climbs, which cannot go in circles (Bland 1977,
 * Mathematics of Operations Research 2, 103–107).
 */
function climb(tableau: Tableau, cost: Float64Array): boolean {
  const { rows, basis, variables, effort } = tableau
  for (let step = 0; ; step++) {
    const entering = step < 4 * variables ? steepest(cost, variables) : firstUp(cost, variables)
    if (entering < 0) return true
    let leaving = -1
    let least = Number.POSITIVE_INFINITY
    rows.forEach((row, r) => {
      const slope = row[entering] ?? 0
      if (slope <= tiny) return
      const ratio = (row[variables] ?? 0) / slope
      const isFirst = ratio < least - tiny
      const isTie = ratio < least + tiny && (basis[r] ?? 0) < (basis[leaving] ?? 0)
      if (leaving < 0 || isFirst || isTie) {
        least = Math.min(least, ratio)
        leaving = r
      }
    })
    if (leaving < 0) return false
    effort.left -= rows.length * variables
    if (effort.left < 0) throw new TooHard()
    pivot(tableau, leaving, entering, cost)
  }
}

function pivot({ rows, basis }: Tableau, r: number, j: number, cost?: Float64Array): void {
  const row = rows[r] as Float64Array
  const by = row[j] as number
  // Most of a row is zero: only what is not has to be carried over.
  const places: number[] = []
  for (let i = 0; i < row.length; i++) {
    const value = row[i] as number
    if (value === 0) continue
    if (Math.abs(value) < 1e-11) row[i] = 0
    else {
      row[i] = value / by
      places.push(i)
    }
  }
  for (const other of cost ? [...rows, cost] : rows) {
    const times = other[j] as number
    if (other === row || times === 0) continue
    for (const i of places) other[i] = (other[i] as number) - times * (row[i] as number)
    other[j] = 0
  }
  basis[r] = j
}

function steepest(cost: Float64Array, variables: number): number {
  let best = -1
  let slope = tiny
  for (let j = 0; j < variables; j++) {
    if ((cost[j] as number) <= slope) continue
    slope = cost[j] as number
    best = j
  }
  return best
}

function firstUp(cost: Float64Array, variables: number): number {
  for (let j = 0; j < variables; j++) if ((cost[j] as number) > tiny) return j
  return -1
}
