import type { Answer } from '../../../surveys/engine/answers.ts'
import { csvCell } from '../csv.ts'

/** How one question's answer is written: its columns, and their cells, each with its comma. */
export interface Reader {
  columns: { name: string; meaning: string; values: string }[]
  cells(answer: Answer | undefined, other: string | undefined): string
}

/** Not asked, because of earlier answers; or asked and left blank. Never the same thing. */
export const missing = { unshown: '未显示', skipped: '跳过' } as const

export const blanks = `${missing.skipped} / ${missing.unshown}`
export const skipped = comma(missing.skipped)

export function comma(cell: string | number): string {
  return `,${csvCell(cell)}`
}
