import type { Column } from './column.ts'
import type { Columns } from './columns.ts'
import type { Edition, Question } from './definition.ts'
import { allOptions } from './visibility.ts'

/** How many people picked at least one of these options; whoever picked two of them is one person. */
export function peoplePicking(
  question: Question,
  edition: Edition,
  { count, columns }: Columns,
  options: readonly string[],
): number {
  const picked = new Uint8Array(count)
  const mark = (key: string, wanted: (value: number) => boolean) => {
    const column: Column = columns.get(key) ?? new Uint8Array(count)
    for (let i = 0; i < count; i++) if (wanted(column[i] as number)) picked[i] = 1
  }
  const places = (list: readonly { id: string }[]) =>
    list.flatMap(({ id }, at) => (options.includes(id) ? [at] : []))
  switch (question.kind) {
    case 'single':
    case 'scale':
    case 'consent': {
      const codes = places(allOptions(question, edition)).map((at) => at + 2)
      mark(question.id, (value) => codes.includes(value))
      break
    }
    case 'multiple': {
      const bits = places(question.options).reduce((mask, at) => mask | (2 << at), 0)
      mark(question.id, (value) => (value & bits) !== 0)
      break
    }
    case 'matrix':
    case 'pair': {
      const rows = question.kind === 'matrix' ? question.rows : question.pairs
      for (const row of rows) {
        const offered = 'options' in row ? row.options : allOptions(question, edition)
        const codes = places(offered).map((at) => at + 2)
        mark(`${question.id}.${row.id}`, (value) => codes.includes(value))
      }
      break
    }
    case 'number':
    case 'text':
    case 'rank':
    case 'budget':
    case 'date':
    case 'pin':
    case 'drawing':
    case 'photo':
    case 'note':
      break
  }
  return picked.reduce((people, one) => people + one, 0)
}
