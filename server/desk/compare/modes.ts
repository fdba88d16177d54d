import { differencesIn } from '../../../surveys/engine/compare/differences.ts'
import type { Question } from '../../../surveys/engine/definition.ts'
import type { ModesApart } from '../../../web/desk/results/question-page.tsx'
import type { Results } from '../results/results.ts'
import { crossTold } from './compare.ts'
import { sideChoices } from './compare-choices.ts'

const byChannel = '@channel-of'

/**
 * Whether people answered a question differently by the way in which they answered, beyond chance; of a question
 * with rows, any of its rows, all of them judged together.
 */
export function modesApart(results: Results, question: Question): ModesApart | undefined {
  const tables = sideChoices(question).flatMap(({ id }) => {
    const crossed = crossTold(results, id, byChannel, undefined)
    return typeof crossed === 'string' ? [] : [{ id, told: crossed.told }]
  })
  const marks = differencesIn(tables.map(({ told }) => told)).map((table) => table.flat())
  const apart = tables.filter((_, at) =>
    marks[at]?.some((mark) => mark === 'higher' || mark === 'lower'),
  )
  const [first] = tables
  if (!first) return
  if (apart.length > 0) return { are: 'apart', key: apart[0]?.id ?? first.id, rows: apart.length }
  return marks.flat().includes('alike') ? { are: 'alike', key: first.id, rows: 0 } : undefined
}
