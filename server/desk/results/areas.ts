import type { Question } from '../../../surveys/engine/definition.ts'
import { keptPeople } from '../../../surveys/engine/kept-counts.ts'
import { type PinAreas, pinAreas } from '../../../surveys/engine/pin-areas.ts'
import { pinGroups, pinKeys } from '../../../surveys/engine/pin-cells.ts'
import type { Results } from './results.ts'

/** Where the pins of a question stand, so that nobody is told with fewer than k; nothing for other kinds. */
export function areasOf(
  { columns }: Pick<Results, 'columns'>,
  question: Question,
  k: number,
  selected?: Uint8Array,
): PinAreas | undefined {
  if (question.kind !== 'pin') return
  const pins = pinKeys(question).map(
    (key) => columns.columns.get(key) ?? new Uint16Array(columns.count),
  )
  const categories = question.categories ? pinGroups(question).length : 0
  return pinAreas(pins, {
    ...{ k, categories },
    ...(selected ? { selected } : { people: keptPeople(question, columns) }),
  })
}
