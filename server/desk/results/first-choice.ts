import type { Edition, Question } from '../../../surveys/engine/definition.ts'
import { questionsOf } from '../../../surveys/engine/questions.ts'
import type { ResultTable } from '../../../web/desk/results/result-table.ts'

/**
 * A question of several picks with how many put each of them first, where a later question asked for that: what
 * came first among the ticks themselves nobody knows. Told is what the later question's own table tells.
 */
export function withFirstChoice(
  table: ResultTable,
  question: Question,
  edition: Edition,
  tableOf: (question: Question) => ResultTable | undefined,
): ResultTable {
  const { body } = table
  if (question.kind !== 'multiple' || body.shape !== 'bars') return table
  const later = [...questionsOf(edition).values()].find(
    (one) => one.kind === 'single' && one.carriedFrom === question.id,
  )
  const firsts = later && tableOf(later)
  if (firsts?.body.shape !== 'bars' || !firsts.base) return table
  const { bars } = firsts.body
  const asked = firsts.number ? `第 ${firsts.number} 题` : `「${firsts.title}」`
  const first = ({ id }: { id: string }) => {
    const bar = bars.find((one) => one.id === id)
    return bar && { count: bar.count, share: bar.share }
  }
  return {
    ...table,
    firsts: { asked, base: firsts.base },
    body: { ...body, bars: body.bars.map((bar) => ({ ...bar, first: first(bar) })) },
  }
}
