import type { Column } from './column.ts'

/** Which responses to look at: 1 yes, 0 no, one entry per response. */
export type Selected = Uint8Array

/**
 * How often each value below `width` stands in a column, counting selected responses only.
 * The casts say what the loops guarantee; a check on each read would cost more than the count.
 */
export function histogram(column: Column, width: number, selected?: Selected): Uint32Array {
  const places = selected && fewPlaces(selected)
  if (places) return histogram(valuesAt(column, places), width)
  // Neighbours are often equal; four tables in turn let the machine count them side by side.
  const lanes = width <= 1024 ? 4 : 1
  const table = selected
    ? countSelected(column, width, lanes, selected)
    : countAll(column, width, lanes)
  const size = table.length / lanes
  const total = table.slice(size - width, size)
  for (let lane = 1; lane < lanes; lane++) {
    const from = (lane + 1) * size - width
    for (let value = 0; value < width; value++) {
      total[value] = (total[value] as number) + (table[from + value] as number)
    }
  }
  return total
}

/** One histogram for each group of responses, all in one pass; `groupOf` says which a key belongs to. */
export function histograms(
  column: Column,
  width: number,
  keys: Column,
  groupOf: Column,
  groups: number,
): Uint32Array[] {
  const table = new Uint32Array(width * groups)
  for (let i = 0; i < column.length; i++) {
    const cell = (groupOf[keys[i] as number] as number) * width + (column[i] as number)
    table[cell] = (table[cell] as number) + 1
  }
  return Array.from({ length: groups }, (_, at) => table.subarray(at * width, (at + 1) * width))
}

const placesKnown = new WeakMap<Selected, Uint32Array | null>()

/** Where those selected stand if they are few: looking only there is quicker than passing everybody. */
export function fewPlaces(selected: Selected): Uint32Array | null {
  const known = placesKnown.get(selected)
  if (known !== undefined) return known
  const people = peopleIn(selected)
  const places = people * 4 < selected.length ? new Uint32Array(people) : null
  let at = 0
  for (let i = 0; places && i < selected.length; i++) if (selected[i] === 1) places[at++] = i
  placesKnown.set(selected, places)
  return places
}

const peopleKnown = new WeakMap<Selected, number>()

/** How many are selected. Of a selection that is made, not to be changed any more. */
export function peopleIn(selected: Selected): number {
  const known = peopleKnown.get(selected)
  if (known !== undefined) return known
  let people = 0
  for (let i = 0; i < selected.length; i++) people += selected[i] as number
  peopleKnown.set(selected, people)
  return people
}

/** The values at these places, one after the other. */
export function valuesAt(column: Column, places: Uint32Array): Column {
  const values =
    column instanceof Float64Array
      ? new Float64Array(places.length)
      : new Uint32Array(places.length)
  for (let i = 0; i < places.length; i++) values[i] = column[places[i] as number] as number
  return values
}

function countAll(column: Column, width: number, lanes: number): Uint32Array {
  const table = new Uint32Array(width * lanes)
  const step = lanes === 4 ? width : 0
  const whole = column.length - (column.length % 4)
  for (let i = 0; i < whole; i += 4) {
    const a = column[i] as number
    const b = step + (column[i + 1] as number)
    const c = 2 * step + (column[i + 2] as number)
    const d = 3 * step + (column[i + 3] as number)
    table[a] = (table[a] as number) + 1
    table[b] = (table[b] as number) + 1
    table[c] = (table[c] as number) + 1
    table[d] = (table[d] as number) + 1
  }
  for (let i = whole; i < column.length; i++) {
    const a = column[i] as number
    table[a] = (table[a] as number) + 1
  }
  return table
}

// Those not selected are counted too, in a table of their own: cheaper than deciding each time.
function countSelected(
  column: Column,
  width: number,
  lanes: number,
  selected: Selected,
): Uint32Array {
  const table = new Uint32Array(2 * width * lanes)
  const step = lanes === 4 ? 2 * width : 0
  const whole = column.length - (column.length % 4)
  for (let i = 0; i < whole; i += 4) {
    const a = (column[i] as number) + width * (selected[i] as number)
    const b = step + (column[i + 1] as number) + width * (selected[i + 1] as number)
    const c = 2 * step + (column[i + 2] as number) + width * (selected[i + 2] as number)
    const d = 3 * step + (column[i + 3] as number) + width * (selected[i + 3] as number)
    table[a] = (table[a] as number) + 1
    table[b] = (table[b] as number) + 1
    table[c] = (table[c] as number) + 1
    table[d] = (table[d] as number) + 1
  }
  for (let i = whole; i < column.length; i++) {
    const a = (column[i] as number) + width * (selected[i] as number)
    table[a] = (table[a] as number) + 1
  }
  return table
}
