import type { Columns } from '../../../surveys/engine/columns.ts'
import { sideOf } from '../../../surveys/engine/compare/side.ts'
import { type CrossTab, crossSides } from '../../../surveys/engine/cross-tab.ts'
import type { Edition } from '../../../surveys/engine/definition.ts'
import type { Selected } from '../../../surveys/engine/histogram.ts'

/** How the answers to one question fall among those who gave each answer to another; each by its key. */
export function crossTab(
  edition: Edition,
  columns: Columns,
  rowKey: string,
  columnKey: string,
  selected?: Selected,
): CrossTab {
  const [rows, groups] = [rowKey, columnKey].map((key) => sideOf(edition, columns, key))
  if (!rows || !groups) throw new Error(`${rowKey} or ${columnKey} is no side of a table`)
  return crossSides(rows, groups, selected)
}
