import type { Pin } from './answers.ts'
import type { QuestionOf } from './definition.ts'

/** Pins are counted by the squares of a grid laid over the plan, row by row from the top left. */
export const grid = { columns: 32, rows: 24, cells: 32 * 24 } as const

/** The square a pin stands in. */
export function cellOf({ x, y }: Pick<Pin, 'x' | 'y'>): number {
  return partAt(y, grid.rows) * grid.columns + partAt(x, grid.columns)
}

const partAt = (place: number, parts: number) =>
  Math.max(0, Math.min(parts - 1, Math.floor(place * parts)))

/** The area of the plan, as it is named in words: A–H from the left, 1–6 from the top. */
export const areas = { columns: 8, rows: 6, cells: 8 * 6 } as const

/** The area a place on the plan lies in, by its name: `C4`. */
export function areaAt({ x, y }: Pick<Pin, 'x' | 'y'>): string {
  return areaName(partAt(y, areas.rows) * areas.columns + partAt(x, areas.columns))
}

/** The area a square of the grid belongs to. */
export function areaOfCell(cell: number): number {
  const areaSize = grid.columns / areas.columns
  const row = Math.floor(cell / grid.columns / areaSize)
  return row * areas.columns + Math.floor((cell % grid.columns) / areaSize)
}

/** `C4` */
export function areaName(area: number): string {
  const column = String.fromCharCode(65 + (area % areas.columns))
  return column + (Math.floor(area / areas.columns) + 1)
}

/** The middle of the area of this name, or undefined where there is none. */
export function areaCentre(name: string): { x: number; y: number } | undefined {
  const found = /^([A-H])([1-6])$/.exec(name)
  if (!found) return undefined
  const [, column = 'A', row = '1'] = found
  return {
    x: (column.charCodeAt(0) - 65 + 0.5) / areas.columns,
    y: (Number(row) - 0.5) / areas.rows,
  }
}

/** The column of each pin a question allows: `Q9.1`, `Q9.2` and on. */
export function pinKeys({ id, most }: QuestionOf<'pin'>): string[] {
  return Array.from({ length: most }, (_, i) => `${id}.${i + 1}`)
}

/** What stands in a pin's column: 1 + the square, and a whole grid more for each category before its own. */
export function pinCode(question: QuestionOf<'pin'>, pin: Pin): number {
  return 1 + groupOf(question, pin) * grid.cells + cellOf(pin)
}

/** Pins are told apart by category; those without one come last. */
export function pinGroups({ categories = [] }: QuestionOf<'pin'>): (string | null)[] {
  return [...categories.map(({ id }) => id), null]
}

function groupOf({ categories = [] }: QuestionOf<'pin'>, { category }: Pin): number {
  const place = categories.findIndex(({ id }) => id === category)
  return place < 0 ? categories.length : place
}
