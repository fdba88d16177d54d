import type { ModesApart } from '../../web/desk/results/question-page.tsx'
import { compare } from './compare.ts'
import type { Results } from './results.ts'

/** Whether people answered a question differently by the way in which they answered, beyond chance. */
export function modesApart(results: Results, question: string): ModesApart | undefined {
  const compared = compare(results, question, '@channel-of', { is: [] })
  if (typeof compared === 'string') return
  const marks = compared.rows.flatMap(({ cells }) => cells.map(({ mark }) => mark))
  if (marks.some((mark) => mark === 'higher' || mark === 'lower')) return 'apart'
  return marks.includes('alike') ? 'alike' : undefined
}
