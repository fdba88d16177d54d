import type { Column } from './columns.ts'
import type { QuestionOf } from './definition.ts'
import type { Selected } from './histogram.ts'
import { areaOfCell, areas as areasOf, grid, pinGroups, pinKeys } from './pin-cells.ts'

/** People by the squares they put a pin in; two pins in one square are one person. */
export interface PinTally {
  kind: 'pin'
  shown: number
  answered: number
  pins: number
  /** By area, whatever the category. */
  areas: Uint32Array
  /** By category; those without one last. */
  cells: { category: string | null; people: Uint32Array }[]
}

export function tallyPins(
  question: QuestionOf<'pin'>,
  column: (key: string) => Column,
  selected?: Selected,
): PinTally {
  const states = column(question.id)
  const columns = pinKeys(question).map(column)
  const groups = pinGroups(question)
  const people = new Uint32Array(groups.length * grid.cells)
  const areas = new Uint32Array(areasOf.cells)
  let shown = 0
  let answered = 0
  let pins = 0
  for (let i = 0; i < states.length; i++) {
    const state = states[i] as number
    if (state === 0 || (selected && selected[i] === 0)) continue
    shown++
    if (state === 1) continue
    answered++
    pins += state - 2
    const squares = columns.map((pin) => (pin[i] as number) - 1).filter((square) => square >= 0)
    countEach(squares, people)
    countEach(
      squares.map((square) => areaOfCell(square % grid.cells)),
      areas,
    )
  }
  const cells = groups.map((category, at) => ({
    category,
    people: people.subarray(at * grid.cells, (at + 1) * grid.cells),
  }))
  return { kind: 'pin', shown, answered, pins, areas, cells }
}

function countEach(places: readonly number[], people: Uint32Array): void {
  for (const place of new Set(places)) people[place] = (people[place] as number) + 1
}
