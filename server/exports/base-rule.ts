import type { Bounds, Condition } from '../../surveys/engine/condition.ts'
import type { Edition } from '../../surveys/engine/definition.ts'
import { questionsOf } from '../../surveys/engine/questions.ts'
import { textIn } from '../../surveys/engine/text.ts'
import { allOptions } from '../../surveys/engine/visibility.ts'

/** Who is asked a question, in words: everybody, or those whose earlier answers meet its conditions. */
export function baseRule(conditions: readonly (Condition | undefined)[], edition: Edition): string {
  const said = conditions.flatMap((one) => (one ? [inWords(one, edition)] : []))
  return said.length > 0 ? said.join('，并且') : '所有人'
}

function inWords(condition: Condition, edition: Edition): string {
  if ('all' in condition) return joined(condition.all, '，并且', edition)
  if ('any' in condition) return joined(condition.any, '，或者', edition)
  if ('not' in condition) return `不是（${inWords(condition.not, edition)}）`
  const question = questionsOf(edition).get(condition.question)
  if (!question) return ''
  const name = question.number
    ? `第 ${question.number} 题`
    : `「${textIn(question.title, 'zh-CN')}」`
  const words = (ids: readonly string[]) =>
    ids
      .map((id) => allOptions(question, edition).find((option) => option.id === id))
      .map((option) => (option ? `「${textIn(option.label, 'zh-CN')}」` : ''))
      .join('、')
  if ('answered' in condition) return `${name}答了`
  if ('picks' in condition) return `${name}选了${within(condition.picks)}项`
  if ('number' in condition) return `${name}填的是${within(condition.number)}`
  if ('is' in condition) return `${name}选了${words([condition.is])}`
  if ('isOneOf' in condition) return `${name}选了${words(condition.isOneOf)}里的一项`
  return `${name}选的里面有${words(condition.includes)}`
}

const joined = (parts: readonly Condition[], between: string, edition: Edition) =>
  parts.map((part) => inWords(part, edition)).join(between)

function within({ atLeast, atMost }: Bounds): string {
  if (atLeast !== undefined && atMost !== undefined) return ` ${atLeast}–${atMost} `
  if (atLeast !== undefined) return `至少 ${atLeast} `
  return atMost === undefined ? '若干' : `至多 ${atMost} `
}
