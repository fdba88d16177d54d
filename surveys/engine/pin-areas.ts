import type { Column } from './column.ts'
import type { Selected } from './histogram.ts'
import { type Parts, peopleInParts } from './people-in-parts.ts'
import { areaName, areaOfCell, cellOf, grid, areas as squares } from './pin-cells.ts'

/** Part of a plan in which enough people set a pin: squares of the grid, merged until there were enough. */
interface PinArea {
  cells: number[]
  people: number
}

/** A square of the plan by its name, `C4`, or several, `C3–D4`; undefined for all that lies elsewhere. */
interface PinPlace {
  name: string | undefined
  people: number
  /** People by category; whoever set two kinds of pin here counts under both. */
  byCategory: number[]
}

/** Where pins stand, as far as it may be told: squares for a map, and the same people by name for a table. */
export interface PinAreas {
  areas: PinArea[]
  /** The same people by named square, most first; elsewhere comes last. */
  places: PinPlace[]
  /** The place a point lies in, by name. */
  placeOf(x: number, y: number): string | undefined
}

type PeopleIn = (partOf: Parts, parts: number, kinds: number) => Uint32Array

interface PinAreaSettings {
  k: number
  categories?: number
  selected?: Selected
  /** Who counts instead of `peopleInParts`, with the same result. */
  people?: PeopleIn
}

const across = grid.columns
const cellCount = grid.cells
const named = across / squares.columns
const sides = [1, 2, named, 8]
const nobodys = -1

/**
 * Where people set their pins, so that no part that can be told apart holds fewer than k people. Cells
 * of enough people stand alone. What is left of every 2 × 2 cells is taken together, then of 4 × 4, of
 * 8 × 8, and at last all that lies elsewhere; with too few there, the smallest area joins them.
 */
export function pinAreas(
  pins: readonly Column[],
  { k, categories = 0, selected, people: peopleIn }: PinAreaSettings,
): PinAreas {
  const people =
    peopleIn ?? ((partOf, parts, kinds) => peopleInParts(pins, partOf, parts, kinds, selected))
  const count = (partOf: Parts, parts: number) => people(partOf, parts, 0)
  const areas: (PinArea & { side: number })[] = []
  const taken = new Uint8Array(cellCount)
  let left = 0
  for (const side of sides) {
    const blocks = Int16Array.from(taken, (is, cell) => (is ? nobodys : blockOf(cell, side)))
    const cellsOf = Array.from({ length: cellCount / side ** 2 }, (): number[] => [])
    blocks.forEach((block, cell) => {
      cellsOf[block]?.push(cell)
    })
    left = 0
    count(blocks, cellsOf.length).forEach((people, block) => {
      const cells = cellsOf[block] ?? []
      // So many that every cell must hold k − 1 of them would tell the cells apart after all.
      const isTold = people >= k && (side === 1 || cells.length * (k - 1) - people >= k - 2)
      if (isTold) {
        for (const cell of cells) taken[cell] = 1
        areas.push({ cells, people, side })
      } else left += people
    })
    if (left === 0) break
  }
  areas.sort((a, b) => b.people - a.people)
  while (left > 0) {
    const elsewhere = Int16Array.from(taken, (is) => (is ? nobodys : 0))
    left = count(elsewhere, 1)[0] ?? 0
    if (left === 0 || left >= k) break
    const smallest = areas.pop()
    if (!smallest) return { areas: [], places: [], placeOf: () => undefined }
    for (const cell of smallest.cells) taken[cell] = 0
  }
  return { areas, ...placesOf(people, areas, categories) }
}

function placesOf(
  people: PeopleIn,
  areas: { cells: number[]; side: number }[],
  categories: number,
): Pick<PinAreas, 'places' | 'placeOf'> {
  const names: (string | undefined)[] = [undefined]
  const placeAt = new Int16Array(cellCount)
  for (const { cells, side } of areas) {
    const name = nameOf(cells[0] ?? 0, Math.max(side, named))
    if (!names.includes(name)) names.push(name)
    for (const cell of cells) placeAt[cell] = names.indexOf(name)
  }
  const table = people(placeAt, names.length, categories)
  const places = names.map((name, place) => {
    const [people = 0, ...byCategory] = Array.from(
      { length: 1 + categories },
      (_, at) => table[at * names.length + place] ?? 0,
    )
    return { name, people, byCategory }
  })
  const [elsewhere, ...rest] = places
  return {
    places: [
      ...rest.sort((a, b) => b.people - a.people),
      ...(elsewhere && elsewhere.people > 0 ? [elsewhere] : []),
    ],
    placeOf: (x, y) => names[placeAt[cellOf({ x, y })] ?? 0],
  }
}

function blockOf(cell: number, side: number): number {
  const row = Math.floor(cell / across / side)
  return row * (across / side) + Math.floor((cell % across) / side)
}

/** The square or squares of the block this cell is in. */
function nameOf(cell: number, side: number): string {
  const [x, y] = [cell % across, Math.floor(cell / across)]
  const corner = x - (x % side) + (y - (y % side)) * across
  const first = areaName(areaOfCell(corner))
  const last = areaName(areaOfCell(corner + (side - 1) * (across + 1)))
  return first === last ? first : `${first}–${last}`
}
