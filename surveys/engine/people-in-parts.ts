import type { Column } from './column.ts'
import type { Selected } from './histogram.ts'
import { grid } from './pin-cells.ts'

/** A part of the plan for each of its cells; a cell of no part is -1. */
export type Parts = Int16Array

/**
 * People with a pin in each part of a plan, however many they set there: first all of them, then, as
 * many again for each kind of pin, those with a pin of that kind.
 */
export function peopleInParts(
  pins: readonly Column[],
  partOf: Parts,
  parts: number,
  kinds = 0,
  selected?: Selected,
): Uint32Array {
  const people = new Uint32Array(parts * (1 + kinds))
  const { partOfCode, slotOfCode } = lookUps(partOf, parts, kinds)
  const length = pins[0]?.length ?? 0
  const seenParts = new Int32Array(pins.length)
  const seenSlots = new Int32Array(pins.length)
  for (let i = 0; i < length; i++) {
    if (selected && selected[i] === 0) continue
    let seen = 0
    for (let pin = 0; pin < pins.length; pin++) {
      const code = (pins[pin] as Column)[i] as number
      const part = partOfCode[code] as number
      if (part < 0) continue
      const slot = slotOfCode[code] as number
      let [isNew, isNewKind] = [true, slot >= 0]
      for (let earlier = 0; earlier < seen; earlier++) {
        if (seenParts[earlier] === part) isNew = false
        if (seenSlots[earlier] === slot) isNewKind = false
      }
      if (isNew) people[part] = (people[part] as number) + 1
      if (isNewKind) people[slot] = (people[slot] as number) + 1
      seenParts[seen] = part
      seenSlots[seen] = slot
      seen++
    }
  }
  return people
}

// No pin, and a pin in each cell for each of eight categories and for none.
const codes = 1 + grid.cells * 9

// What a code stands for is looked up, not worked out for every pin. Code 0 is no pin.
function lookUps(partOf: Parts, parts: number, kinds: number) {
  const partOfCode = new Int16Array(codes).fill(-1)
  const slotOfCode = new Int32Array(codes).fill(-1)
  for (let code = 1; code < codes; code++) {
    const part = partOf[(code - 1) % grid.cells] ?? -1
    const kind = Math.floor((code - 1) / grid.cells)
    partOfCode[code] = part
    if (part >= 0 && kind < kinds) slotOfCode[code] = parts * (1 + kind) + part
  }
  return { partOfCode, slotOfCode }
}
