import type { Question } from '../../../surveys/engine/definition.ts'
import type { ProtectedTally } from '../../../surveys/engine/protect.ts'
import { textIn } from '../../../surveys/engine/text.ts'
import type { Bar, Body } from './result-table.ts'
import { cellOf, less, pictureOf, skippedLabel, type ToldBody } from './told-body.ts'

/** Several rows, each answered by itself: a matrix, or pairs of which one side is picked. */
export function rowsBody(
  question: Question,
  { rows }: Extract<ProtectedTally, { kind: 'rows' }>,
): ToldBody | undefined {
  const shown = rows[0]?.shown ?? null
  const rest = { base: shown, shown, apart: [] }
  if (question.kind === 'matrix') {
    const columns = question.options.map(({ id, label }) => ({ id, label: textIn(label, 'zh-CN') }))
    const body: Body = {
      shape: 'rows',
      columns: [...columns, { id: 'skipped', label: skippedLabel }],
      rows: rows.map((row, index) => ({
        id: row.id,
        label: textIn(question.rows[index]?.label ?? { 'zh-CN': row.id }, 'zh-CN'),
        base: row.shown,
        cells: [...row.counts, less(row.shown, row.answered)].map((count) =>
          cellOf(count, row.shown),
        ),
      })),
    }
    return { body, ...rest }
  }
  if (question.kind !== 'pair') return
  const pairs = rows.map((row, index) => {
    const side = (at: 0 | 1): Bar => {
      const option = question.pairs[index]?.options[at]
      const label = option ? textIn(option.label, 'zh-CN') : row.id
      const cell = cellOf(row.counts[at] ?? null, row.shown)
      return { id: option?.id ?? row.id, label, ...cell, ...pictureOf(option) }
    }
    return { id: row.id, base: row.shown, left: side(0), right: side(1) }
  })
  return { body: { shape: 'pairs', pairs }, ...rest }
}
