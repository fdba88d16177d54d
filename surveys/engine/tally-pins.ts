import type { Column } from './column.ts'
import type { QuestionOf } from './definition.ts'
import { histogram, type Selected } from './histogram.ts'
import { peopleInParts } from './people-in-parts.ts'
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

/** From `Q9` and a column for each pin, as `columns.ts` describes them. */
export function tallyPins(
  question: QuestionOf<'pin'>,
  column: (key: string) => Column,
  selected?: Selected,
): PinTally {
  const columns = pinKeys(question).map(column)
  const groups = pinGroups(question)
  const people = peopleInParts(columns, everyCell, grid.cells, groups.length, selected)
  const states = histogram(column(question.id), 3 + question.most, selected)
  const shown = states.subarray(1).reduce((sum, some) => sum + some, 0)
  return {
    ...{ kind: 'pin', shown, answered: shown - (states[1] ?? 0) },
    pins: states.subarray(2).reduce((sum, some, count) => sum + some * count, 0),
    areas: peopleInParts(columns, areaOfEachCell, areasOf.cells, 0, selected),
    cells: groups.map((category, at) => ({
      category,
      people: people.subarray((at + 1) * grid.cells, (at + 2) * grid.cells),
    })),
  }
}

const everyCell = Int16Array.from({ length: grid.cells }, (_, cell) => cell)
const areaOfEachCell = everyCell.map(areaOfCell)
