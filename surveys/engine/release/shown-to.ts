import type { Condition } from '../condition.ts'
import type { Edition, Question } from '../definition.ts'
import { questionsOf } from '../questions.ts'
import type { ShownSource, ShownTo } from './count-table.ts'

/** Whose answers decide who is shown a question: anybody can read that in the questionnaire. */
export function shownToOf(question: Question, edition: Edition): ShownTo | undefined {
  const section = edition.sections.find(({ questions }) => questions.includes(question))
  const conditions = [section?.showIf, question.showIf].filter((one) => one !== undefined)
  if (conditions.length === 0) return undefined
  const all: Condition = { all: conditions }
  return { condition: JSON.stringify(conditions), sources: sourcesOf(all, edition) }
}

function sourcesOf(condition: Condition, edition: Edition): ShownSource[] {
  if ('all' in condition) return together(condition.all, 'atMost', edition)
  if ('any' in condition) return together(condition.any, 'atLeast', edition)
  if ('not' in condition) {
    return sourcesOf(condition.not, edition).map((source) => ({
      ...source,
      of: source.of === 'shown' ? 'others' : 'shown',
    }))
  }
  const kind = questionsOf(edition).get(condition.question)?.kind
  const source = (are: ShownSource['are'], options?: readonly string[]): ShownSource => ({
    ...{ of: 'shown', are, key: condition.question, options },
  })
  if ('answered' in condition)
    return kind === 'matrix' || kind === 'pair' ? [] : [source('exactly')]
  if ('is' in condition) return [source('exactly', [condition.is])]
  if ('isOneOf' in condition) return [source('exactly', condition.isOneOf)]
  if (!('includes' in condition) || kind !== 'multiple') return []
  const { includes } = condition
  if (includes.length === 1) return [source('exactly', includes)]
  return [source('atMost', includes), ...includes.map((one) => source('atLeast', [one]))]
}

// Of several conditions that must hold, each bounds those who are shown it from above; of several of which
// one is enough, each from below.
function together(
  conditions: readonly Condition[],
  are: 'atMost' | 'atLeast',
  edition: Edition,
): ShownSource[] {
  const [only, ...others] = conditions
  if (only && others.length === 0) return sourcesOf(only, edition)
  return conditions
    .flatMap((condition) => sourcesOf(condition, edition))
    .flatMap((source) => {
      const side = source.of === 'shown' ? are : are === 'atMost' ? 'atLeast' : 'atMost'
      return source.are === 'exactly' || source.are === side ? [{ ...source, are: side }] : []
    })
}
