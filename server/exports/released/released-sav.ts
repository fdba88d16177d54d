import { dayOf } from '../../../surveys/engine/shanghai.ts'
import { audienceName } from '../../../web/desk/names.ts'
import type { Released } from '../../../web/public/released.ts'
import { utf8 } from '../sav-bytes.ts'
import { savCases } from '../sav-cases.ts'
import { savHeader } from '../sav-header.ts'
import type { SavVariable } from '../sav-layout.ts'
import { isHidden, type ReleasedLine, releasedLines } from './released-lines.ts'

const hidden = -95

/** The published numbers for SPSS and PSPP, a line each; what is hidden has a missing code of its own. */
export function releasedSav(released: Released): Uint8Array<ArrayBuffer> {
  const lines = releasedLines(released)
  const variables = columns.map(({ read, ...variable }): SavVariable => {
    if (variable.kind !== 'text') return { ...variable, width: 0 }
    const widest = Math.max(1, ...lines.map((line) => utf8(String(read(line))).length))
    return { ...variable, width: widest }
  })
  const cases = savCases(variables)
  for (const line of lines) cases.add(columns.map(({ read }) => read(line)))
  const header = savHeader(variables, released.title, released.takenAt)
  return new Uint8Array(Buffer.concat([header, cases.take(), cases.end()]))
}

type Column = Omit<SavVariable, 'width'> & {
  read(line: ReleasedLine): number | string | null
}

const text = (name: string, label: string, read: (line: ReleasedLine) => string): Column => ({
  ...{ name, label, read, kind: 'text', measure: 'nominal', decimals: 0, values: [], missing: [] },
})

const amount = (
  name: string,
  label: string,
  decimals: number,
  read: (line: ReleasedLine) => number | null | undefined,
): Column => ({
  ...{ name, label, kind: 'number', measure: 'scale', decimals, values: [] },
  missing: [[hidden, '不显示']],
  read: (line) => {
    const number = read(line)
    return number === undefined ? null : (number ?? hidden)
  },
})

const columns: Column[] = [
  text('edition', '版', ({ audience }) => audienceName(audience)),
  text('question', '题号', ({ question }) => question),
  text('title', '题目', ({ title }) => title),
  text('row_label', '行', ({ row }) => row),
  text('option', '选项', ({ option }) => option),
  text('group_label', '组', ({ group }) => group),
  amount('n', '人数', 0, ({ count }) => count),
  amount('percent', '占被问到的人（%）', 0, ({ share }) =>
    share === null ? undefined : Math.round(share * 100),
  ),
  amount('base', 'n（被问到的人）', 0, ({ base }) => base),
  amount('score', '数值', 2, ({ value }) => value),
  {
    ...amount('hidden', '隐去', 0, (line) => (isHidden(line) ? 1 : 0)),
    measure: 'nominal',
    values: [
      [0, '显示'],
      [1, '不显示'],
    ],
    missing: [],
  },
  {
    ...amount('counted_on', '统计截至', 0, ({ takenAt }) => dayOf(takenAt)),
    ...{ kind: 'date', missing: [] },
  },
]
